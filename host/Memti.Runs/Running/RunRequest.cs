using Memti.Runs.Deployments;
using Memti.Runs.Profiles;
using Memti.Runs.Timelines;
using Memti.Runs.Traces;
using Memti.Scenarios.Designs;

namespace Memti.Runs.Running;

/// <summary>What to run, and how. Threads and jumping change how long it takes, never the result.</summary>
public sealed record RunRequest
{
    /// <summary>The scenario file, as the user named it.</summary>
    public required string ScenarioFile { get; init; }

    /// <summary><c>key=value</c> overrides, in order.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>
    /// Names of the designs to run; empty for all. The first design of the file always runs, because others are set against it.
    /// </summary>
    public IReadOnlyList<string> Designs { get; init; } = [];

    /// <summary>Designs that run at one time, at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>True to jump over whole periods once the state recurs.</summary>
    public bool Jump { get; init; } = true;

    /// <summary>
    /// True to find, by moving calibrated and default numbers, which results rest on them; without it results have no status.
    /// </summary>
    public bool Sensitivity { get; init; } = true;

    /// <summary>True to report where the time of an inference goes, layer by layer.</summary>
    public bool ExplainTime { get; init; }

    /// <summary>Weight images to deploy, in designs that run their network; null for parameters that are only counted.</summary>
    public DeployedWeights? Weights { get; init; }

    /// <summary>What to write down of the run of the one design; null for nothing.</summary>
    public TraceRequest? Trace { get; init; }

    /// <summary>A profile of the firmware of the one design; null for none.</summary>
    public ProfileRequest? Profile { get; init; }

    /// <summary>
    /// Takes lines that firmware on a processor writes to its console, with the name of the design in front where several write; null for
    /// nobody.
    /// </summary>
    public Action<string>? Console { get; init; }

    /// <summary>Is told of each finished piece of work.</summary>
    public IProgress<RunProgress>? Progress { get; init; }

    /// <summary>A frame of each design to keep in its report; null for none. Not together with <see cref="Trace"/>.</summary>
    public TimelineRequest? Timeline { get; init; }

    /// <summary>True when something looks into the run of a design.</summary>
    internal bool Views(string design) => Timeline is not null || WritesOf(design);

    /// <summary>True when a file is written of the run of a design: the one that is named, or the only one that there is.</summary>
    internal bool WritesOf(string design) => (Trace is not null || Profile is not null) && (Designs.Count != 1 || Designs[0] == design);

    /// <summary>The designs to run, among those of a scenario.</summary>
    internal IEnumerable<DesignScenario> ChosenOf(IReadOnlyList<DesignScenario> designs) =>
        designs.Where((design, index) => index == 0 || Designs.Count == 0 || Designs.Contains(design.Name));
}
