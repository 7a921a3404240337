using System.Numerics;
using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;
using Memti.Documents.Schemas;
using Memti.Scenarios.Kinds;

namespace Memti.Scenarios.Workloads;

/// <summary>Reads the workload against the tasks of the network.</summary>
/// <param name="tasks">The task names; null when they are not known, and names are then not checked.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class WorkloadReader(IReadOnlyList<string>? tasks, FindingList findings)
{
    private const double LongestSeconds = 3.2e9;
    private static readonly DecimalNumber DefaultSeconds = new(3600, 0);

    private static readonly DocumentKey<FrameRate> Rate =
        new("fps", "Frames per second, with at most 9 decimals", new FrameRateType()) { Fallback = FrameRateText.Default };

    private static readonly DocumentKey<DecimalNumber> Duration = new("duration_s", "Duration", new RealNumberType
    {
        Exact = true,
        Range = new(double.Epsilon, LongestSeconds) { Shown = "more than 0, up to 3200000000" },
    })
    {
        Unit = "s",
        Fallback = DefaultSeconds,
    };

    private static readonly DocumentKey<long> Frames = new("frames", "Number of frames, instead of a duration", 1, 1_000_000_000_000_000);

    private static readonly DocumentKey<IReadOnlyList<Node>?> Sequence = new(
        "sequence",
        "Tasks of every frame, in order",
        new ListType<Node>(Components.TaskName, 1, Components.MostTasks) { Shape = "a list of 1 to 4096 tasks", CountIsShape = true })
    {
        DefaultWords = "all tasks",
    };

    private static readonly DocumentKey<IReadOnlyList<Node>> TasksOfFrame = new(
        "",
        "Tasks of a frame; none for a frame without work",
        new ListType<Node>(Components.TaskName, 0, Components.MostTasks)
        {
            Shape = "a list of up to 4096 tasks, empty for a frame without work",
            CountIsShape = true,
        });

    private static readonly DocumentKey<IReadOnlyList<IReadOnlyList<Node>>?> Pattern = new(
        "pattern",
        "Tasks by frame: frame k runs entry k modulo the count",
        new ListType<IReadOnlyList<Node>>(TasksOfFrame, 1, 4096) { Shape = "a list of 1 to 4096 lists of tasks", CountIsShape = true });

    private static readonly DocumentKey<FrameOrder> Order =
        new("order", "Order of the tasks of each frame") { Fallback = FrameOrder.Fixed };

    // The reader itself looks at a time: it must be one before the last frame with work.
    private static readonly DocumentKey<double> Time =
        new("at_s", "Time of arrival", 0, LongestSeconds) { Unit = "s", Required = "a time in seconds" };
    private static readonly DocumentKey<Node> Task = new("task", "", new FixedType(JsonForm.Name));
    private static readonly DocumentKey<Node> Shared = new("shared", "", new FixedType(static () => new JsonObject { ["const"] = true }));

    private static readonly DocumentKey<Section> Deployment = new(
        "",
        "New parameters: of a task, or those that all tasks share",
        new SectionType(new KeySection(Time, Task, Shared))
        {
            Extra = static _ => new() { ["oneOf"] = new JsonArray(Has(Task), Has(Shared)) }
        });

    private static readonly DocumentKey<IReadOnlyList<Section>?> Deployments =
        new("deployments", "New parameter sets that arrive in the field", new ListType<Section>(Deployment, 0, DocumentLimits.Values));

    private static readonly DocumentKey<Section?> Streams =
        new("streams", "Streams of frames by name, in place of fps and sequence", StreamsReader.Form);

    private static readonly DocumentKey<double> Steepness =
        new("steepness_per_ms", "Steepness of the real-time score around a deadline", 0, 1e6) { Fallback = 15 };

    private static readonly DocumentKey<double> MostEnergy =
        new("zero_energy_mj", "Energy of an inference whose energy score is zero", 1e-9, 1e9) { Unit = "mj", Fallback = 1500 };

    private static readonly DocumentKey<Section?> Score =
        new("score", "How frames of streams are scored", new SectionType(new KeySection(Steepness, MostEnergy)));

    // What a workload of streams has no place for.
    private static readonly DocumentKey[] OfRate = [Rate, Frames, Sequence, Pattern, Order, Deployments];

    /// <summary>The form of the section.</summary>
    public static readonly SectionType Form =
        new(new KeySection(Rate, Duration, Frames, Sequence, Pattern, Order, Deployments, Streams, Score))
        {
            Extra = static scope => scope.Partial ? [] : new()
            {
                ["allOf"] = new JsonArray(
                    [NotBoth(Duration, Frames), NotBoth(Sequence, Pattern), .. OfRate.Select(static key => NotBoth(Streams, key))]),
            },
        };

    private readonly Dictionary<string, int> _indices =
        (tasks ?? [])
            .Select(static (name, index) => (name, index))
            .DistinctBy(static task => task.name)
            .ToDictionary(static task => task.name, static task => task.index);

    /// <summary>The workload; what the file does not say is as usual.</summary>
    public WorkloadSpec Read(Section? section)
    {
        if (section is null)
            return Spec(FrameRateText.Default, FramesIn(DefaultSeconds, FrameRateText.Default), AllTasks());
        if (Streams.Find(section) is not null)
            return ReadStreams(section);
        RefuseBoth(section, Duration, Frames);
        RefuseBoth(section, Sequence, Pattern);
        if (Score.Find(section) is { } score)
            findings.OutOfRange(score, "a score beside streams");
        FrameRate rate = Rate.Read(section);
        long frames = ReadFrames(section, rate);
        IReadOnlyList<IReadOnlyList<int>> pattern = ReadPattern(section);
        return Spec(rate, frames, pattern) with
        {
            Shuffled = Order.Read(section) == FrameOrder.Shuffled,
            Deployments = ReadDeployments(section, rate, frames, pattern),
        };
    }

    private WorkloadSpec ReadStreams(Section section)
    {
        foreach (DocumentKey other in OfRate)
            RefuseBoth(section, Streams, other);
        (BigInteger seconds, BigInteger parts) = Duration.Read(section).ToFraction();
        IReadOnlyList<StreamRequest> streams =
            Streams.Read(section) is { } written ? new StreamsReader(tasks, findings).Read(written) : [];
        Section? score = Score.Read(section);
        return Spec(RateOf(streams), 1, AllTasks()) with
        {
            Streams = streams,
            StreamTime = (Int128)(seconds * 1_000_000_000_000 / parts),
            Score = score is null ? null : new StreamScoring(Steepness.Read(score), MostEnergy.Read(score)),
        };
    }

    /// <summary>
    /// Mean rate of what arrives by a rate, to a millionth: reports show it, and compare designs of equal rates. Nothing runs at it.
    /// </summary>
    private static FrameRate RateOf(IReadOnlyList<StreamRequest> streams)
    {
        const long Parts = 1_000_000;
        double rate = streams.Sum(static stream => ((stream.Rate?.PerSecond ?? 0) + (stream.PoissonPerSecond ?? 0)) * stream.Probability);
        return new FrameRate(Math.Max(1, (long)Math.Round(rate * Parts)), Parts);
    }

    private static JsonObject Has(DocumentKey key) => new() { ["required"] = new JsonArray(key.Name) };

    private static JsonObject NotBoth(DocumentKey first, DocumentKey second) =>
        new() { ["not"] = new JsonObject { ["required"] = new JsonArray(first.Name, second.Name) } };

    private static WorkloadSpec Spec(FrameRate rate, long frames, IReadOnlyList<IReadOnlyList<int>> pattern) =>
        new() { FrameRate = rate, Frames = frames, Pattern = pattern };

    private static long FramesIn(DecimalNumber duration, FrameRate rate)
    {
        (BigInteger seconds, BigInteger parts) = duration.ToFraction();
        return (long)BigInteger.Max(1, seconds * rate.Numerator / (parts * rate.Denominator));
    }

    private static long FirstFrameFrom(DecimalNumber time, FrameRate rate)
    {
        (BigInteger seconds, BigInteger parts) = time.ToFraction();
        BigInteger whole = BigInteger.DivRem(seconds * rate.Numerator, parts * rate.Denominator, out BigInteger rest);
        return (long)(rest.IsZero ? whole : whole + 1);
    }

    private IReadOnlyList<IReadOnlyList<int>> AllTasks() => [[.. Enumerable.Range(0, tasks?.Count ?? 0)]];

    private void RefuseBoth(Section section, DocumentKey first, DocumentKey second)
    {
        if (section.Find(first.Name) is null || section.Find(second.Name) is not { } value)
            return;
        string permitted = $"either {first.Name} or {second.Name}";
        string text = $"'{value.Place.Key}' stands beside '{first.Name}'; permitted: {permitted}.";
        findings.Add(DiagnosticCode.ValueOutOfRange, value.Place, text, value.Shown, permitted);
    }

    private static long ReadFrames(Section section, FrameRate rate) =>
        Frames.Find(section) is null ? FramesIn(Duration.Read(section), rate) : Math.Max(Frames.Read(section), 1);

    private IReadOnlyList<IReadOnlyList<int>> ReadPattern(Section section)
    {
        if (Pattern.Find(section) is not { } pattern)
            return Sequence.Find(section) is null ? AllTasks() : [ReadTasks(Sequence.Read(section) ?? [])];
        if (Pattern.Read(section) is not { } frames)
            return AllTasks();
        if (((SequenceNode)pattern).Items.All(static entry => entry is SequenceNode { Items.Count: 0 }))
            findings.OutOfRange(pattern, "a list with at least one frame that has a task");
        return [.. frames.Select(ReadTasks)];
    }

    private int[] ReadTasks(IReadOnlyList<Node> tasksOfFrame) => [.. tasksOfFrame.Select(ReadTask).OfType<int>()];

    private int? ReadTask(Node node)
    {
        if (!NodeValue.TryReadText(node, findings, out string? name) || tasks is null)
            return null;
        if (_indices.TryGetValue(name, out int index))
            return index;
        findings.UnknownWord(DiagnosticCode.UnknownName, node.Place, node.Shown, "the network has no such task", tasks);
        return null;
    }

    private List<TaskDeployment> ReadDeployments(Section section, FrameRate rate, long frames, IReadOnlyList<IReadOnlyList<int>> pattern)
    {
        List<(Node Time, long Frame, int? Task)> arrivals = [];
        foreach (Section fields in Deployments.Read(section) ?? [])
            if (ReadDeployment(fields, rate, frames, pattern) is { } arrival)
                arrivals.Add(arrival);
        return Spread(arrivals, rate, frames, pattern);
    }

    private (Node Time, long Frame, int? Task)? ReadDeployment(
        Section fields,
        FrameRate rate,
        long frames,
        IReadOnlyList<IReadOnlyList<int>> pattern)
    {
        Node? time = Time.Find(fields);
        bool known = ReadWhat(fields, out int? index);
        if (time is null || !NodeValue.TryReadNumber(time, findings, out DecimalNumber number))
            return null;
        long frame = number.ToDouble() is >= 0 and <= LongestSeconds ? FirstFrameFrom(number, rate) : long.MaxValue;
        if (frame >= frames)
            RefuseLate(time, rate, frames, pattern);
        return frame >= frames || !known ? null : (time, frame, index);
    }

    /// <summary>A task, or <c>shared: true</c> for the parameters that all tasks share, which is null.</summary>
    private bool ReadWhat(Section fields, out int? task)
    {
        task = null;
        if (Shared.Find(fields) is not { } shared)
        {
            if (Task.Find(fields) is { } named)
                task = ReadTask(named);
            else
                findings.Missing(fields.Node, Task.Name, "a task of the network, or shared: true");
            return task is not null;
        }

        RefuseBoth(fields, Task, Shared);
        if (shared is ScalarNode { Text: "true" })
            return Task.Find(fields) is null;
        findings.OutOfRange(shared, "true");
        return false;
    }

    // A frame deploys at most one set: one that arrives with another waits for the next frame. So does one that arrives with a frame
    // without work, for which the system does not wake.
    private List<TaskDeployment> Spread(
        List<(Node Time, long Frame, int? Task)> arrivals,
        FrameRate rate,
        long frames,
        IReadOnlyList<IReadOnlyList<int>> pattern)
    {
        List<TaskDeployment> spread = [];
        foreach ((Node time, long frame, int? task) in arrivals.OrderBy(static arrival => arrival.Frame))
        {
            long free = WithWork(spread.Count == 0 ? frame : Math.Max(frame, spread[^1].Frame + 1), pattern);
            if (free >= frames)
                RefuseLate(time, rate, frames, pattern);
            else
                spread.Add(new TaskDeployment(free, task));
        }

        return spread;
    }

    private static long WithWork(long frame, IReadOnlyList<IReadOnlyList<int>> pattern)
    {
        for (int ahead = 0; ahead < pattern.Count; ahead++)
        {
            if (pattern[(int)((frame + ahead) % pattern.Count)].Count > 0)
                return frame + ahead;
        }

        return frame;
    }

    private void RefuseLate(Node time, FrameRate rate, long frames, IReadOnlyList<IReadOnlyList<int>> pattern)
    {
        long last = frames - 1;
        for (int back = 0; back < pattern.Count && last > 0 && pattern[(int)(last % pattern.Count)].Count == 0; back++)
            last--;
        double lastStart = (double)last * rate.Denominator / rate.Numerator;
        findings.OutOfRange(time, $"0 to {ValueRange.Written(lastStart)}, the start of the last frame with a task");
    }
}
