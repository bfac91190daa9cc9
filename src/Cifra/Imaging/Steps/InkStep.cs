namespace Cifra.Imaging.Steps;

/// <summary>One step from a picture to its ink.</summary>
/// <param name="Number">Its place among the steps, 1 or more.</param>
/// <param name="Name">A word or two, such as "page" or "rules".</param>
/// <param name="Applied">Whether it was needed; where not, the picture is the one before.</param>
/// <param name="Reason">Why it was needed or not, and with what numbers.</param>
/// <param name="Picture">What the picture looks like after it.</param>
public sealed record InkStep(int Number, string Name, bool Applied, string Reason, GrayImage Picture);
