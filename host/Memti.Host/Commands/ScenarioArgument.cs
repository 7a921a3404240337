using System.CommandLine;

namespace Memti.Host.Commands;

/// <summary>Arguments and options of every command on a scenario.</summary>
internal static class ScenarioArgument
{
    public static Argument<string> File() => new("scenario") { Description = "Scenario file (*.memti.yaml). See docs/scenario-format.md." };

    public static Option<string[]> Set() => new("--set", "-s")
    {
        Description = "Override a value in every design: --set workload.fps=15. The value is YAML. May be given more than once; the "
            + "last one wins.",
        HelpName = "KEY=VALUE",
    };

    public static Option<string[]> Design(string description) => new("--design", "-d") { Description = description, HelpName = "NAME" };
}
