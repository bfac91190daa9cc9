using Cifra.Imaging;
using Cifra.Imaging.Geometry;
using Cifra.Reading.Forms;

namespace Cifra.Tests.Reading.Forms;

/// <summary>The form of <c>samples/forms/order.json</c>, and the pictures of it in <c>samples/pictures</c>.</summary>
internal static class SampleForm
{
    /// <summary>Pixels to a millimetre of the scans: 200 dots to the inch.</summary>
    public const double Scale = 8;

    /// <summary>What is written in the filled one.</summary>
    public static IReadOnlyDictionary<string, string> Values { get; } = new Dictionary<string, string>
    {
        ["customer"] = "470318",
        ["ordered"] = "22122019",
        ["zip"] = "90210",
        ["items.1.1"] = "12",
        ["items.1.2"] = "340",
        ["items.2.1"] = "5",
        ["items.2.2"] = "86",
        ["total"] = "426",
    };

    /// <summary>Where the page's corners are in the photo.</summary>
    public static Quadrilateral Corners { get; } = new(new(110, 175), new(1060, 70), new(1120, 830), new(60, 780));

    public static FormTemplate Template { get; } = FormTemplate.Load(Path.Combine(Folder, "forms", "order.json"));

    /// <summary>The pictures by their names.</summary>
    public static IReadOnlyDictionary<string, Func<GrayImage>> Pictures { get; } = new Dictionary<string, Func<GrayImage>>
    {
        ["form-blank.png"] = () => FormDrawing.Draw(Template, Scale),
        ["form-filled.png"] = () => FormDrawing.Draw(Template, Scale, Values, seed: 11),
        ["form-photo.png"] = () => FormDrawing.Photo(FormDrawing.Draw(Template, Scale, Values, seed: 11), 1200, 900, Corners, grain: 0),
    };

    /// <summary>The folder <c>samples</c>.</summary>
    public static string Folder
    {
        get
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Cifra.slnx")))
            {
                folder = folder.Parent;
            }

            return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException($"No Cifra.slnx above {AppContext.BaseDirectory}."), "samples");
        }
    }
}
