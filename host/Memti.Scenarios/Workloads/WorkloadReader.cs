using System.Numerics;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;
using Memti.Scenarios.Keys;

namespace Memti.Scenarios.Workloads;

/// <summary>Reads the workload against the tasks of the network.</summary>
/// <param name="tasks">The task names; null when they are not known, and names are then not checked.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class WorkloadReader(IReadOnlyList<string>? tasks, FindingList findings)
{
    private const double LongestSeconds = 3.2e9;
    private const long MostFrames = 1_000_000_000_000_000;
    private const int LongestPattern = 4096;
    private static readonly string SequenceForm = $"a list of 1 to {ScenarioLimits.Tasks} tasks";
    private static readonly string EntryForm = $"a list of up to {ScenarioLimits.Tasks} tasks, empty for a frame without work";
    private static readonly string[] Keys = ["fps", "duration_s", "frames", "sequence", "pattern", "order", "deployments"];
    private static readonly string[] DeploymentKeys = ["at_s", "task", "shared"];
    private static readonly ValueRange Seconds = new(double.Epsilon, LongestSeconds) { Shown = "more than 0, up to 3200000000" };
    private static readonly DecimalNumber DefaultSeconds = new(3600, 0);

    private readonly Dictionary<string, int> _indices =
        (tasks ?? []).Select(static (name, index) => (name, index)).DistinctBy(static task => task.name).ToDictionary(static task => task.name, static task => task.index);

    public WorkloadSpec Read(MappingNode? mapping)
    {
        if (mapping is null)
            return Spec(FrameRateText.Default, FramesIn(DefaultSeconds, FrameRateText.Default), AllTasks());
        Section section = new(mapping, findings);
        section.RefuseOthers(Keys);
        RefuseBoth(section, "duration_s", "frames");
        RefuseBoth(section, "sequence", "pattern");
        FrameRate rate = FrameRateText.Read(section, "fps", findings) ?? FrameRateText.Default;
        long frames = ReadFrames(section, rate);
        IReadOnlyList<IReadOnlyList<int>> pattern = ReadPattern(section);
        return Spec(rate, frames, pattern) with
        {
            Shuffled = section.Word("order", "fixed", "shuffled") == 1,
            Deployments = ReadDeployments(section, rate, frames, pattern),
        };
    }

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

    private void RefuseBoth(Section section, string first, string second)
    {
        if (section.Find(first) is null || section.Find(second) is not { } value)
            return;
        string permitted = $"either {first} or {second}";
        string text = $"'{value.Place.Key}' stands beside '{first}'; permitted: {permitted}.";
        findings.Add(DiagnosticCode.ValueOutOfRange, value.Place, text, value.Shown, permitted);
    }

    private static long ReadFrames(Section section, FrameRate rate)
    {
        if (section.Find("frames") is not null)
            return section.Whole("frames", 1, MostFrames) ?? 1;
        return FramesIn(section.Number("duration_s", Seconds) ?? DefaultSeconds, rate);
    }

    private IReadOnlyList<IReadOnlyList<int>> ReadPattern(Section section)
    {
        if (section.Find("pattern") is not { } pattern)
            return section.Find("sequence") is { } sequence ? [ReadSequence(sequence)] : AllTasks();
        if (pattern is not SequenceNode { Items.Count: > 0 and <= LongestPattern } list)
        {
            findings.WrongType(pattern, "a list of 1 to 4096 lists of tasks");
            return AllTasks();
        }

        if (list.Items.All(static entry => entry is SequenceNode { Items.Count: 0 }))
            findings.OutOfRange(pattern, "a list with at least one frame that has a task");
        return [.. list.Items.Select(ReadEntry)];
    }

    private IReadOnlyList<int> ReadEntry(Node node) => node is SequenceNode { Items.Count: 0 } ? [] : ReadTasks(node, EntryForm);

    private IReadOnlyList<int> ReadSequence(Node node)
    {
        if (node is not SequenceNode { Items.Count: 0 })
            return ReadTasks(node, SequenceForm);
        findings.WrongType(node, SequenceForm);
        return [];
    }

    private IReadOnlyList<int> ReadTasks(Node node, string form)
    {
        if (node is SequenceNode { Items.Count: <= ScenarioLimits.Tasks } list)
            return [.. list.Items.Select(ReadTask).OfType<int>()];
        findings.WrongType(node, form);
        return [];
    }

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
        foreach (Node item in section.List("deployments") ?? [])
            if (Section.Of(item, findings) is { } fields && ReadDeployment(fields, rate, frames, pattern) is { } arrival)
                arrivals.Add(arrival);
        return Spread(arrivals, rate, frames, pattern);
    }

    private (Node Time, long Frame, int? Task)? ReadDeployment(
        Section fields,
        FrameRate rate,
        long frames,
        IReadOnlyList<IReadOnlyList<int>> pattern)
    {
        fields.RefuseOthers(DeploymentKeys);
        Node? time = fields.Require("at_s", "a time in seconds");
        bool known = ReadWhat(fields, out int? index);
        if (time is null || fields.Number("at_s", ValueRange.Any) is not { } number)
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
        if (fields.Find("shared") is not { } shared)
        {
            task = fields.Require("task", "a task of the network, or shared: true") is { } named ? ReadTask(named) : null;
            return task is not null;
        }

        RefuseBoth(fields, "task", "shared");
        if (shared is ScalarNode { Text: "true" })
            return fields.Find("task") is null;
        findings.OutOfRange(shared, "true");
        return false;
    }

    // A frame deploys at most one set: one that arrives with another waits for the next frame. So does one that arrives with a frame without work,
    // for which the system does not wake.
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
