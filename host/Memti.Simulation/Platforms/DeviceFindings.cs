using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Simulation.Codes;

namespace Memti.Simulation.Platforms;

/// <summary>Findings about accesses of devices that firmware has started.</summary>
internal static class DeviceFindings
{
    public static MemtiException Unwritten(string reader, PlatformMemory memory, long offset) => Of(
        SimulationCodes.UnwrittenRead,
        memory.Range.Base + (ulong)offset,
        $"'{reader}' reads what nobody has written to memory '{memory.Name}' since it lost power or was first switched on",
        "contents that were loaded or written");

    public static MemtiException OtherTask(
        string reader, PlatformMemory memory, long offset, IReadOnlyList<string> tasks, (int Held, int Present) task) => Of(
            SimulationCodes.OtherTaskRead,
            memory.Range.Base + (ulong)offset,
            $"'{reader}' reads the set of task '{tasks[task.Held]}' while it works for '{tasks[task.Present]}'",
            $"the set of '{tasks[task.Present]}'");

    public static MemtiException WithoutPower(string device, ulong address, PlatformMemory memory) => Of(
        SimulationCodes.MemoryWithoutPower,
        address,
        $"'{device}' needs memory '{memory.Name}', which is not on",
        "a memory that is on until the work is done");

    public static MemtiException NoMemory(string device, ulong address, IEnumerable<PlatformMemory> memories) => Of(
        DiagnosticCode.BusAddress,
        address,
        $"'{device}' needs a memory, and none is there",
        string.Join(", ", memories.Select(static memory => $"{memory.Range} ({memory.Name})")));

    private static MemtiException Of(string code, ulong address, string what, string permitted)
    {
        string value = string.Create(CultureInfo.InvariantCulture, $"0x{address:x8}");
        return new(new Diagnostic(code, $"at address {value} {what}; permitted: {permitted}.") { Value = value, Permitted = permitted });
    }
}
