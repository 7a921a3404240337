using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;
using Memti.Runs.Planning;
using Memti.Simulation.Maps;

namespace Memti.Runs.Headers;

/// <summary>Headers for firmware of a design: everything that the firmware must not invent.</summary>
internal static class FirmwareHeaders
{
    /// <summary>The headers of a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="scenario">Name of the scenario.</param>
    /// <param name="program">The register writes of a task's inference with its data at some addresses; null for an accelerator without
    /// registers.</param>
    /// <exception cref="MemtiException"><see cref="RunCodes.NoBus"/>, or what a plugin throws.</exception>
    public static IReadOnlyList<HeaderFile> Of(
        PlannedDesign design, string scenario, Func<int, NetworkAddresses, IReadOnlyList<LayerProgram>>? program)
    {
        PlannedMachine machine = design.Machine ?? throw WithoutBus(design);
        // A scenario may have any name, also one that would end the comment.
        string origin = $"Design {design.Name} of scenario {string.Concat(scenario.Where(IsHarmless))}.";
        HeaderFile[] files = [MachineHeader.Of(design, machine, origin), LinkerMemory.Of(design, machine, origin)];
        return program is null ? files : [.. files, Network(design, machine.Map, program, origin)];
    }

    private static bool IsHarmless(char letter) => !char.IsControl(letter) && letter is not ('*' or '/' or '\\');

    private static HeaderFile Network(
        PlannedDesign design, MemoryMap map, Func<int, NetworkAddresses, IReadOnlyList<LayerProgram>> program, string origin)
    {
        bool moves = map.Slots > 1;
        IEnumerable<(IReadOnlyList<LayerProgram>, IReadOnlyList<LayerProgram>?)> programs = design.Tasks.Select((_, task) =>
            (program(task, map.AddressesOf(task, 0)), moves ? program(task, map.AddressesOf(task, 1)) : null));
        return NetworkHeader.Of([.. programs], moves ? map.SlotAddress(1) - map.SlotAddress(0) : 0, origin);
    }

    private static MemtiException WithoutBus(PlannedDesign design) => new(new Diagnostic(
        RunCodes.NoBus,
        $"design '{design.Name}' has nothing on a bus; permitted: a design with a processor, firmware that writes registers, or a memory "
            + "with 'at'.")
    {
        Permitted = "a design with a processor, firmware that writes registers, or a memory with 'at'",
    });
}
