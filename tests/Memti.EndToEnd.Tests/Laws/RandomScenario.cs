using System.Globalization;
using Memti.Runs.Planning;

namespace Memti.EndToEnd.Tests.Laws;

/// <summary>
/// A scenario drawn from a number: any network, any placement of its contents, any technology that can hold them, any workload.
/// </summary>
internal sealed class RandomScenario
{
    private static readonly string[] Volatile = ["sram", "dram"];
    private static readonly string[] NonVolatile = ["rram", "pcm", "stt-mram", "fefet"];
    private static readonly int[] MacCounts = [64, 256, 1024, 2048];
    private static readonly string[] Adapters = ["parallel", "series", "none"];

    private readonly Random _random;
    private readonly List<string> _tasks = [];
    private readonly List<string> _memories = [];
    private readonly Dictionary<string, string> _kinds = [];
    private bool _inputInBacking;
    private int _resident;

    public RandomScenario(int number)
    {
        (Number, _random) = (number, new Random(number));
        (Network, Accelerator) = (DrawNetwork(), DrawAccelerator());
        DrawMemories();
        (Workload, Power) = (DrawWorkload(), DrawPower());
    }

    /// <summary>The number that it is drawn from.</summary>
    public int Number { get; }

    /// <summary>Frames of the workload.</summary>
    public int Frames { get; private set; }

    /// <summary>Bits of one shared weight.</summary>
    public int WeightBits { get; private set; }

    /// <summary>Bits of one task-specific parameter.</summary>
    public int TaskBits { get; private set; }

    /// <summary>Side of the square input in pixels.</summary>
    public int InputPixels { get; private set; }

    /// <summary>Bits of one frame: three colours of a byte each.</summary>
    public long InputBits => 3L * InputPixels * InputPixels * 8;

    private string Network { get; }

    private string Accelerator { get; }

    private string Workload { get; }

    private string Power { get; }

    /// <summary>The scenario as a file.</summary>
    public string Text => $"""
        memti: 1
        network: {Network}
        accelerator: {Accelerator}
        memories:
        {string.Join('\n', _memories)}
        workload: {Workload}
        power: {Power}
        """;

    /// <summary>
    /// Bits that a memory must hold by the rules of the documentation, worked out from the parameters of the tasks alone.
    /// </summary>
    public long ContentsOf(string memory, PlannedDesign design)
    {
        long shared = design.Tasks[0].SharedParameters * WeightBits;
        long[] sets = [.. design.Tasks.Select(task => task.TaskParameterCount * TaskBits).OrderDescending()];
        return memory switch
        {
            "shared" => shared,
            "working" => sets.Take(_resident).Sum(),
            _ => sets.Sum() + (IsReloaded ? shared : 0) + (_inputInBacking ? InputBits : 0),
        };
    }

    /// <summary>True when the backing store holds the shared weights: there is no memory for them, or one that loses them.</summary>
    private bool IsReloaded => !_kinds.TryGetValue("shared", out string? kind) || Volatile.Contains(kind);

    private string DrawNetwork()
    {
        for (int task = _random.Next(1, 6); task > 0; task--)
            _tasks.Add(string.Create(CultureInfo.InvariantCulture, $"{{ name: task{task}, classes: {_random.Next(2, 201)} }}"));
        (WeightBits, TaskBits, InputPixels) = (_random.Next(4, 9), _random.Next(4, 9), _random.Next(2) == 0 ? 32 : 64);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{ kind: resnet26-adapters, input_px: {InputPixels}, adapters: {Pick(Adapters)}, weight_bits: {WeightBits}, task_bits: "
                + $"{TaskBits}, tasks: [{string.Join(", ", _tasks)}] }}");
    }

    private string DrawAccelerator() => string.Create(
        CultureInfo.InvariantCulture,
        $"{{ kind: nvdla, macs: {Pick(MacCounts)}, buffer_kib: {256 << _random.Next(2)}, clock_mhz: {_random.Next(100, 1001)}, "
            + $"weight_port_gbs: {_random.Next(1, 26)} }}");

    private void DrawMemories()
    {
        _inputInBacking = _random.Next(2) == 0;
        AddMemory("activations", "sram", _inputInBacking ? "activations" : "activations, input");
        AddMemory("backing", Pick(_random.Next(3) > 0 ? Volatile : NonVolatile), _inputInBacking ? "all_tasks, input" : "all_tasks");
        if (_random.Next(3) > 0)
            AddMemory("shared", AnyKind(), "shared");
        if (_random.Next(4) > 0)
            AddWorkingMemory();
    }

    private void AddWorkingMemory()
    {
        _resident = _random.Next(1, 6);
        AddMemory("working", AnyKind(), "task_specific", $", resident_tasks: {(_resident >= _tasks.Count ? "all" : _resident)}");
    }

    private void AddMemory(string name, string kind, string holds, string more = "")
    {
        _kinds.Add(name, kind);
        _memories.Add(
            $"  {name}: {{ kind: {kind}{(kind is "rram" ? $", bits_per_cell: {_random.Next(1, 4)}" : "")}, holds: [{holds}]{more} }}");
    }

    private string DrawWorkload()
    {
        Frames = _random.Next(30, 300);
        double rate = Math.Round(Math.Pow(10, (_random.NextDouble() * 3) - 1), 3);
        string[] entries = [.. Enumerable.Range(0, _random.Next(1, 6)).Select(_ => $"[{string.Join(", ", Sequence())}]")];
        return string.Create(CultureInfo.InvariantCulture, $"{{ fps: {rate}, frames: {Frames}, pattern: [{string.Join(", ", entries)}] }}");
    }

    private IEnumerable<string> Sequence() =>
        Enumerable.Range(0, _random.Next(1, 4)).Select(_ => $"task{_random.Next(1, _tasks.Count + 1)}");

    private string DrawPower() => _random.Next(4) switch
    {
        0 => "{ firmware: always-on }",
        1 => "{ firmware: duty-cycle, retain: true }",
        _ => "{ firmware: duty-cycle }",
    };

    private string AnyKind() => Pick(_random.Next(2) == 0 ? Volatile : NonVolatile);

    private T Pick<T>(T[] of) => of[_random.Next(of.Length)];
}
