using System.Globalization;
using Memti.Runs.Debugging.Targets;
using Memti.Runs.Debugging.Wire;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Traces;

namespace Memti.Runs.Debugging.Machines;

/// <summary>The questions about a machine that a user asks after <c>monitor</c>, in the words of the report.</summary>
internal sealed class MachineMonitor(IMachineView machine)
{
    private const int DisassembledUnlessAsked = 8;
    private const int MostDisassembled = 1000;

    /// <summary>The commands.</summary>
    public IReadOnlyList<MonitorCommand> Commands =>
    [
        new("time", "Simulated time, cycles, instructions, and what the core does.", _ => Time()),
        new("power", "State and power of every component, and of the machine.", _ => Power()),
        new("energy", "Energy of every component since the start, its share, and the average power.", _ => Energy()),
        new("frames", "Frames delivered, completed and dropped, and the open one.", _ => Frames()),
        new("tasks", "Time in which energy was posted to each task, and the present task.", _ => Tasks()),
        new("marks", "The last numbers that firmware wrote to POWER.MARK, with their times.", _ => Marks()),
        new("disassemble", "Instructions as the core decodes them; default: 8 from the program counter.", Disassemble)
        {
            Arguments = "[ADDRESS] [COUNT]",
        },
    ];

    private MachineNames Names => machine.Names;

    private IEnergyTotals Totals => machine.Energy;

    private MachineJournal Journal => machine.Journal;

    private IEnumerable<int> Powered => Enumerable.Range(0, Names.Powered);

    private string Doing => (Names.Core < 0 ? PowerState.On : machine.StateOf(Names.Core)) switch
    {
        PowerState.Off => "off",
        PowerState.Retention => "in retention",
        PowerState.Waking => "waking",
        _ => machine.IsWaiting ? "waits for an interrupt" : "executes",
    };

    private string Time() => MonitorText.Table(
        ["simulated time, s", MonitorText.Seconds(machine.Elapsed)],
        ["instructions", MonitorText.Count(machine.Counters.Instructions)],
        ["active cycles", MonitorText.Count(machine.Counters.ActiveCycles)],
        ["stalled cycles", MonitorText.Count(machine.Counters.StalledCycles)],
        ["the core", Doing],
        ["next instruction", machine.Symbols.Describe(machine.Core.ProgramCounter)]);

    private string Power() => MonitorText.Table(
    [
        ["component", "state", "power of the state, mW"],
        .. Powered.Select(component => new[]
        {
            Names.Components[component],
            WordOf(machine.StateOf(component)),
            MonitorText.Number(Totals.PowerOf(component).Milliwatts),
        }),
        ["machine, activities included", "", MonitorText.Number(Totals.Total.Milliwatts)],
    ]);

    private string Energy()
    {
        double[] microjoules = [.. Powered.Select(component => Totals.EnergyOf(component).Microjoules)];
        double total = microjoules.Sum();
        double seconds = (double)machine.Elapsed * 1e-12;
        return MonitorText.Table(
        [
            ["component", "energy, uJ", "share, %"],
            .. Powered.Select(component => new[]
            {
                Names.Components[component],
                MonitorText.Number(microjoules[component]),
                MonitorText.Number(Ratio(100 * microjoules[component], total)),
            }),
            ["total", MonitorText.Number(total), MonitorText.Number(Ratio(100 * total, total))],
            ["average power, mW", MonitorText.Number(Ratio(total * 1e-3, seconds)), ""],
        ]);
    }

    private static double Ratio(double part, double whole) => whole == 0 ? 0 : part / whole;

    private string Frames() => MonitorText.Table(
        ["delivered", MonitorText.Count(Journal.Delivered)],
        ["completed", MonitorText.Count(Journal.Completed)],
        ["dropped", MonitorText.Count(Journal.Dropped)],
        ["open", Journal.OpenFrame is { } frame ? Describe(frame) : "none"]);

    private string Describe(FrameRecord frame)
    {
        string tasks = string.Join(", ", frame.Tasks.Select(task => Names.Tasks[task]));
        string deadline = frame.Deadline is { } end ? $", deadline {MonitorText.Seconds(end)} s" : "";
        return $"frame {MonitorText.Count(frame.Index)} ({tasks}) of {MonitorText.Seconds(frame.Start)} s{deadline}";
    }

    private string Tasks() => MonitorText.Table(
    [
        ["task", "index", "time, s", ""],
        .. Enumerable.Range(-1, Names.Tasks.Count + 1).Select(task => new[]
        {
            task < 0 ? "none" : Names.Tasks[task],
            task.ToString(CultureInfo.InvariantCulture),
            MonitorText.Seconds(Journal.TimeOf(task, machine.Elapsed)),
            task == Journal.PresentTask ? "present" : "",
        }),
    ]);

    private string Marks() => Journal.Marks.Count == 0
        ? "No mark was written.\n"
        : MonitorText.Table(
        [
            ["time, s", "mark", ""],
            .. Journal.Marks.Select(static mark => new[]
            {
                MonitorText.Seconds(mark.Time),
                mark.Value.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"0x{mark.Value:x}"),
            }),
        ]);

    private string Disassemble(IReadOnlyList<string> words)
    {
        ulong address = machine.Core.ProgramCounter;
        if (words.Count > 0 && !TryAddress(words[0], out address))
            return $"'{words[0]}' is no address; permitted: hexadecimal such as 0x80000000, or $pc.\n";
        int count = DisassembledUnlessAsked;
        if (words.Count > 1 && !TryCount(words[1], out count))
            return string.Create(CultureInfo.InvariantCulture, $"'{words[1]}' is no count; permitted: 1 to {MostDisassembled}.\n");
        return string.Concat(Lines(address).Take(count));
    }

    private static bool TryCount(string word, out int count) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count is > 0 and <= MostDisassembled;

    private bool TryAddress(string word, out ulong address)
    {
        address = machine.Core.ProgramCounter;
        ReadOnlySpan<char> digits = word.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? word.AsSpan(2) : word;
        return word is "$pc" or "pc" || HexText.TryNumber(digits, out address);
    }

    private IEnumerable<string> Lines(ulong address)
    {
        while (machine.Core.Disassemble(address) is { } text)
        {
            string sign = address == machine.Core.ProgramCounter ? "=> " : "   ";
            yield return $"{sign}{machine.Symbols.Describe(address)}:  {text}\n";
            address += (ulong)machine.Core.InstructionBytes(address);
        }

        yield return $"   {machine.Symbols.Describe(address)}:  nothing can be fetched here\n";
    }

    private static string WordOf(PowerState state) => state switch
    {
        PowerState.Off => "off",
        PowerState.Waking => "waking",
        PowerState.On => "on",
        PowerState.Active => "active",
        _ => "retention",
    };
}
