using System.Text.RegularExpressions;

namespace Cifra.Reading.Micr;

/// <summary>The parts of a line of magnetic ink by the layouts of several countries.</summary>
/// <param name="Region">The country whose layout the line has: "us", "ca", "in", "fr", "br"; null if it has none of these.</param>
/// <param name="Fields">Its parts, in the order of the line.</param>
internal sealed partial record MicrLayout(string? Region, IReadOnlyList<MicrField> Fields)
{
    public const string Routing = "routing";
    public const string Account = "account";
    public const string Cheque = "cheque";
    public const string Amount = "micr-amount";
    public const string Transaction = "transaction";

    // The first layout that matches wins. Groups are named like fields, but a group name has no dash: "encoded" is micr-amount.
    private static readonly (string Region, Regex Form)[] E13B = [("in", India()), ("ca", Canada()), ("us", Business()), ("us", Personal()), ("us", Plain())];
    private static readonly (string Region, Regex Form)[] Cmc7 = [("br", Brazil()), ("fr", France())];

    /// <summary>The parts of a line; none if it has no known layout.</summary>
    public static MicrLayout Of(MicrFont font, string text)
    {
        string line = text.Replace(" ", "", StringComparison.Ordinal);
        foreach ((string region, Regex form) in font == MicrFont.E13B ? E13B : Cmc7)
        {
            Match match = form.Match(line);
            if (match.Success)
            {
                return new MicrLayout(region, [.. match.Groups.Values.Skip(1).Where(group => group.Length > 0)
                    .Select(group => new MicrField(group.Name == "encoded" ? Amount : group.Name, group.Value, group.Index))
                    .OrderBy(field => field.First)]);
            }
        }

        return new MicrLayout(null, []);
    }

    /// <summary>The part of that name; null if there is none.</summary>
    public MicrField? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);

    [GeneratedRegex(
        "^⑈(?<cheque>[0-9]{6})⑈(?<routing>[0-9]{9})⑆(?<account>[0-9]{6})⑈(?<transaction>[0-9]{2})(⑇(?<encoded>[0-9]{10,13})⑇?)?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex India();

    [GeneratedRegex(
        "^(⑈(?<cheque>[0-9]+)⑈)?⑆(?<routing>[0-9]{5}⑉[0-9]{3})⑆(?<account>[0-9⑉]+)⑈[0-9]*(⑇(?<encoded>[0-9]{10})⑇?)?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Canada();

    [GeneratedRegex("^⑈(?<cheque>[0-9]+)⑈⑆(?<routing>[0-9]{9})⑆(?<account>[0-9⑉]+)⑈[0-9]*(⑇(?<encoded>[0-9]{10})⑇?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Business();

    [GeneratedRegex("^⑆(?<routing>[0-9]{9})⑆(?<account>[0-9⑉]+)⑈(?<cheque>[0-9]*)(⑇(?<encoded>[0-9]{10})⑇?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Personal();

    // Sample cheques, which no bank sorts: the account stands between transit symbols too.
    [GeneratedRegex("^⑆(?<routing>[0-9]{9})⑆⑆(?<account>[0-9]+)⑆(?<cheque>[0-9]*)(⑇(?<encoded>[0-9]{10})⑇?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();

    // Bank and branch with a check digit; clearing house, number and kind of the cheque; a check digit, the account and another.
    [GeneratedRegex(
        "^[^0-9]?(?<routing>[0-9]{8})[^0-9][0-9]{3}(?<cheque>[0-9]{6})[0-9][^0-9][0-9](?<account>[0-9]{10})[0-9][^0-9]?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Brazil();

    [GeneratedRegex("^[^0-9]?(?<cheque>[0-9]{7})[^0-9]+(?<routing>[0-9]{12})[^0-9]+(?<account>[0-9]{12})[^0-9]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex France();
}
