namespace Memti.Runs.Debugging.Targets;

/// <summary>A command that a user types after <c>monitor</c>.</summary>
/// <param name="Name">The word.</param>
/// <param name="Summary">What it prints, in a few words.</param>
/// <param name="Answer">The text for the words that follow the name. Lines end with a line feed.</param>
public sealed record MonitorCommand(string Name, string Summary, Func<IReadOnlyList<string>, string> Answer)
{
    /// <summary>The words that may follow the name, as help shows them. Default: none.</summary>
    public string Arguments { get; init; } = "";
}
