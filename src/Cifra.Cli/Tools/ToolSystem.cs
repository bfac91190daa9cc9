namespace Cifra.Cli.Tools;

/// <summary>Systems whose rules of names and paths differ.</summary>
internal enum ToolSystem
{
    /// <summary>':' between folders, '/' within paths; case counts.</summary>
    Linux,

    /// <summary>As Linux, but case does not count.</summary>
    MacOS,

    /// <summary>';' between folders, '\' within paths, the endings of PATHEXT; case does not count.</summary>
    Windows,
}
