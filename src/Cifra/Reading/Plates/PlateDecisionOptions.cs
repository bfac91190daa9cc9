namespace Cifra.Reading.Plates;

/// <summary>The hand-set numbers that decide which rows are plates and what they say: first pass, views, choice among texts, report.</summary>
/// <remarks>Set by hand on the 60 street scenes and crops of plates-us-dev (docs/plates.md). Which run decided on which number is not recorded.</remarks>
internal sealed record PlateDecisionOptions
{
    /// <summary>The numbers that the shipped reader uses.</summary>
    public static PlateDecisionOptions Default { get; } = new();

    /// <summary>First pass: how far a row is extended at both ends, in heights of a character; two missed characters fit in.</summary>
    public double RowExtension { get; init; } = 2.6;

    /// <summary>First pass: widest distance between the middles of two neighbouring characters of one plate, in heights.</summary>
    public double MaxCharacterStep { get; init; } = 1.7;

    /// <summary>First pass: distance from the middle of the first and the last character to the end of the row, in heights.</summary>
    public double RowEndMargin { get; init; } = 0.36;

    /// <summary>First pass: least probability of a character that counts.</summary>
    public double MinCharacterProbability { get; init; } = 0.3;

    /// <summary>First pass: least and greatest number of characters of a row that may be a plate.</summary>
    public (int Least, int Greatest) RowCharacters { get; init; } = (2, 10);

    /// <summary>First pass: mean probability of its characters at which a row is worth nothing; more counts for it, less against it.</summary>
    public double NeutralConfidence { get; init; } = 0.45;

    /// <summary>First pass: factor on the score of a row without a digit; most such rows are words.</summary>
    public double NoDigitFactor { get; init; } = 0.5;

    /// <summary>First pass: least score of a row that is read in several views.</summary>
    public double MinScore { get; init; } = 0.5;

    /// <summary>Rows of one picture that are read in several views at most; bounds the time.</summary>
    public int MaxRows { get; init; } = 6;

    /// <summary>Views: margin beside the first and the last character, in heights.</summary>
    public double ViewMargin { get; init; } = 0.22;

    /// <summary>Views: texts that each view proposes at most.</summary>
    public int TextsPerView { get; init; } = 6;

    /// <summary>Views: beam width of the decoder, in hypotheses.</summary>
    public int BeamWidth { get; init; } = 12;

    /// <summary>Views: natural logarithm of the probability below which the decoder ignores a symbol at a step.</summary>
    public float MinSymbolLogProbability { get; init; } = -7;

    /// <summary>Half the width of a character's box, in heights, where its neighbours leave that much.</summary>
    public double HalfCharacterWidth { get; init; } = 0.3;

    /// <summary>Scene: least mean probability of the characters of a plate.</summary>
    public double MinMeanConfidence { get; init; } = 0.62;

    /// <summary>The same in a picture that may show a plate and nothing else.</summary>
    public double MinMeanConfidenceInCrop { get; init; } = 0.4;

    /// <summary>Scene: least number of characters of a plate.</summary>
    public int MinCharacters { get; init; } = 4;

    /// <summary>The same in a picture that may show a plate and nothing else.</summary>
    public int MinCharactersInCrop { get; init; } = 2;

    /// <summary>Scene: least probability of the text of the first plate that is reported.</summary>
    public double MinConfidence { get; init; } = 0.1;

    /// <summary>The same in a picture that may show a plate and nothing else.</summary>
    public double MinConfidenceInCrop { get; init; } = 0.02;

    /// <summary>Least probability of the text of every further plate that is reported; it must have digits and letters too.</summary>
    public double MinConfidenceOfFurther { get; init; } = 0.35;

    /// <summary>Factor on the probability of a text of digits alone or letters alone when plates are ranked: many are words and times of day.</summary>
    public double OneKindFactor { get; init; } = 0.4;

    /// <summary>Prior weight of a text that the region admits but that has no format known here; a text of a known format has 1.</summary>
    public double UnknownFormatWeight { get; init; } = 0.25;

    /// <summary>Prior weight of a text that the region does not admit.</summary>
    public double ForeignTextWeight { get; init; } = 0.05;

    /// <summary>Regions of one format that are named at most; a format of more regions tells too little.</summary>
    public int MaxNamedRegions { get; init; } = 4;
}
