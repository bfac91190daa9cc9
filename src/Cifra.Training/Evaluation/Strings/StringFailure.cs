namespace Cifra.Evaluation.Strings;

/// <summary>In which way a picture's text was not read as it stands.</summary>
public enum StringFailure
{
    /// <summary>Characters, groups and lines are right.</summary>
    None,

    /// <summary>The characters are right; the groups or the lines are not.</summary>
    WrongGrouping,

    /// <summary>Each wrong character was read as another.</summary>
    Substituted,

    /// <summary>Characters were read that are not there, and nothing else is wrong.</summary>
    TooManyDigits,

    /// <summary>Characters were not read, and nothing else is wrong.</summary>
    MissingDigits,

    /// <summary>More than one of these.</summary>
    Several,

    /// <summary>No character was read where there are some.</summary>
    NothingRead,

    /// <summary>The picture is missing or cannot be read as a picture.</summary>
    Unreadable,
}
