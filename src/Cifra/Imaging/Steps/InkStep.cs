namespace Cifra.Imaging.Steps;

/// <summary>One step from a picture to its ink.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Name">Such as "page" or "rules".</param>
/// <param name="Applied">Whether it was needed. If not, the picture is that of the step before.</param>
/// <param name="Reason">Why it was needed or not, with the numbers that decided.</param>
/// <param name="Picture">The picture after the step.</param>
public sealed record InkStep(int Number, string Name, bool Applied, string Reason, GrayImage Picture);
