namespace Memti.Abstractions.Parameters;

/// <summary>
/// A file that a scenario names, as the value of a key: <c>[Parameter("Trace of the harvester")] ScenarioFile? Trace</c>. The host knows
/// such files: it finds them, and what is made from a scenario depends on their content.
/// </summary>
/// <param name="Name">The name as it is written.</param>
/// <param name="Path">Where the file lies: a relative name starts in the folder of the scenario, on a command line in the working
/// directory.</param>
public sealed record ScenarioFile(string Name, string Path)
{
    /// <summary>A file in the working directory, or of an absolute path.</summary>
    public ScenarioFile(string name)
        : this(name, name)
    {
    }

    /// <summary>The file with relative names starting in a folder.</summary>
    /// <param name="folder">The folder; empty for the working directory.</param>
    public ScenarioFile In(string folder) => this with { Path = System.IO.Path.Combine(folder, Name) };
}
