using Memti.Runs.Planning;

namespace Memti.Runs.Headers;

/// <summary>The power domains of a machine, in the order of their numbers: accelerator, memories, processor.</summary>
internal static class MachineDomains
{
    private const string Accelerator = "accelerator";
    private const string Processor = "processor";

    public static IReadOnlyList<string> Of(PlannedDesign design, PlannedMachine machine) =>
    [
        Accelerator,
        .. design.Memories.Select(static memory => memory.Unit.Name),
        .. machine.Processor is null ? [] : (string[])[Processor],
    ];
}
