using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Documents.Schemas;
using Memti.Scenarios.Codes;
using Memti.Scenarios.Kinds;

namespace Memti.Scenarios.Workloads;

/// <summary>Reads the streams of a workload.</summary>
/// <param name="tasks">The task names; null when they are not known, and names are then not checked.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class StreamsReader(IReadOnlyList<string>? tasks, FindingList findings)
{
    /// <summary>Most streams of a workload.</summary>
    public const int MostStreams = 64;

    private const double LongestMilliseconds = 1e9;
    private const string Arrivals = "one of fps, period_ms, poisson_per_s, trace and after";

    private static readonly DocumentKey<Node?> Task = new("task", "Task that each frame infers", new FixedType(JsonForm.Name))
    {
        Required = "a task of the network",
    };

    private static readonly DocumentKey<FrameRate?> Rate =
        new("fps", "Frames per second of a periodic stream, with at most 9 decimals", new FrameRateType());

    private static readonly DocumentKey<FrameRate?> Period =
        new("period_ms", "Time between two frames of a periodic stream", new PeriodType()) { Unit = "ms" };

    private static readonly DocumentKey<double> Offset =
        new("offset_ms", "First arrival of a periodic stream", 0, LongestMilliseconds) { Unit = "ms" };

    private static readonly DocumentKey<double?> Poisson =
        new("poisson_per_s", "Mean arrivals per second at random, with independent gaps", 1e-6, 1e5);

    private static readonly DocumentKey<ScenarioFile?> Trace =
        new("trace", "File of recorded arrivals, relative to the scenario", new FileType());

    private static readonly DocumentKey<Node?> After =
        new("after", "Stream whose frames trigger this one when they are done", new FixedType(JsonForm.Name));

    private static readonly DocumentKey<double> Probability =
        new("probability", "Probability that a frame is asked for", 0, 1) { Fallback = 1 };

    private static readonly DocumentKey<long?> Seed =
        new("seed", "Seed of what is drawn", 0, long.MaxValue) { DefaultWords = "that of the scenario" };

    private static readonly DocumentKey<double?> Deadline = new(
        "deadline_ms", "Time from arrival to deadline", 0, LongestMilliseconds)
    {
        Unit = "ms",
        DefaultWords = "the period; none for other streams",
    };

    private static readonly DocumentKey<StreamDrops> Drop =
        new("drop", "Which waiting frames are dropped") { Fallback = StreamDrops.Late };

    private static readonly DocumentKey<int> Queue =
        new("queue", "Most frames that wait where the oldest or the newest is dropped", 1, 100_000) { Fallback = 1 };

    private static readonly DocumentKey<int> Priority = new("priority", "Greater numbers are more urgent", -1000, 1000);

    private static readonly DocumentKey<IReadOnlyList<Node>?> Needs = new(
        "needs", "Streams whose results each frame needs", new ListType<Node>(Components.TaskName, 0, MostStreams));

    private static readonly DocumentKey[] Laws = [Rate, Period, Poisson, Trace, After];

    private static readonly SectionType Stream = new(new KeySection(
        Task, Rate, Period, Offset, Poisson, Trace, After, Probability, Seed, Deadline, Drop, Queue, Priority, Needs))
    {
        Extra = static scope => scope.Partial ? [] : new()
        {
            ["oneOf"] = new JsonArray(
                [.. Laws.Select(static law => (JsonNode)new JsonObject { ["required"] = new JsonArray(law.Name) })]),
        },
    };

    /// <summary>The form of the section.</summary>
    public static readonly MapType Form = new(new DocumentKey<Section?>("", "A stream of frames", Stream)) { Count = (1, MostStreams) };

    /// <summary>The streams in the order of the file; those that cannot be used are left out, with findings.</summary>
    public IReadOnlyList<StreamRequest> Read(Section streams)
    {
        MappingEntry[] entries = [.. streams.Node.Entries.Where(static entry => !entry.Value.IsNull)];
        if (entries.Length is 0 or > MostStreams)
            findings.WrongType(streams.Node, FormattableString.Invariant($"1 to {MostStreams} streams"));
        string[] names = [.. entries.Select(static entry => entry.Key)];
        List<(MappingEntry Entry, StreamRequest Stream)> read = [];
        foreach (MappingEntry entry in entries.Take(MostStreams))
            if (Read(entry, names) is { } stream)
                read.Add((entry, stream));
        if (read.Count == entries.Length)
            RefuseCircles(read);
        return [.. read.Select(static one => one.Stream)];
    }

    private StreamRequest? Read(MappingEntry entry, string[] names)
    {
        bool named = ItemName.Check(entry.Key, entry.Place, findings);
        if (Stream.Read(entry.Value, findings) is not Section section)
            return null;
        int before = findings.Count;
        int? task = Task.Read(section) is { } node ? Find(node, tasks, "the network has no such task") : null;
        StreamRequest stream = new StreamRequest(entry.Key, task ?? 0)
        {
            Probability = Probability.Read(section),
            Seed = Seed.Read(section),
            Drop = Drop.Read(section),
            Queue = Queue.Read(section),
            Priority = Priority.Read(section),
            Needs = [.. (Needs.Read(section) ?? []).Select(need => Find(need, names, "there is no such stream")).OfType<int>()],
        };
        stream = WithArrivals(section, stream, names);
        stream = stream with { Deadline = DeadlineOf(section, stream) };
        CheckQueue(section, stream.Drop);
        return !named || findings.Count > before ? null : stream;
    }

    private StreamRequest WithArrivals(Section section, StreamRequest stream, string[] names)
    {
        DocumentKey[] given = [.. Laws.Where(law => section.Find(law.Name) is not null)];
        if (given.Length == 0)
            findings.Missing(section.Node, Rate.Name, Arrivals);
        foreach (DocumentKey other in given.Skip(1))
            findings.Add(
                DiagnosticCode.ValueOutOfRange,
                section.Find(other.Name)!.Place,
                $"'{section.Find(other.Name)!.Place.Key}' stands beside '{given[0].Name}'; permitted: {Arrivals}.",
                section.Find(other.Name)!.Shown,
                Arrivals);
        FrameRate? rate = Rate.Read(section) ?? Period.Read(section);
        ScenarioFile? trace = Trace.Read(section);
        int? after = After.Read(section) is { } by ? Find(by, names, "there is no such stream") : null;
        double offset = Offset.Read(section);
        if (Offset.Find(section) is { } misplaced && given.Length > 0 && given[0] != Period && given[0] != Rate)
            findings.OutOfRange(misplaced, "an offset beside fps or period_ms");
        if (trace is not null)
            trace = trace.In(Path.GetDirectoryName(section.Find(Trace.Name)!.Place.File) ?? "");
        return stream with
        {
            Rate = rate,
            Offset = Picoseconds(offset),
            PoissonPerSecond = Poisson.Read(section),
            Trace = trace,
            Moments = trace is null ? [] : new ArrivalTrace(findings).Read(trace.Path, section.Find(Trace.Name)!) ?? [],
            After = after,
        };
    }

    private static long? DeadlineOf(Section section, StreamRequest stream) =>
        Deadline.Read(section) is { } milliseconds ? Picoseconds(milliseconds) : stream.Rate?.Period.Picoseconds;

    private void CheckQueue(Section section, StreamDrops drop)
    {
        if (Queue.Find(section) is { } queue && drop is not (StreamDrops.Oldest or StreamDrops.Newest))
            findings.OutOfRange(queue, "a queue beside drop: oldest or drop: newest");
    }

    private int? Find(Node node, IReadOnlyList<string>? known, string otherwise)
    {
        if (!NodeValue.TryReadText(node, findings, out string? name) || known is null)
            return known is null ? 0 : null;
        int index = known.ToList().IndexOf(name);
        if (index < 0)
            findings.UnknownWord(DiagnosticCode.UnknownName, node.Place, node.Shown, otherwise, known);
        return index < 0 ? null : index;
    }

    /// <summary>A stream that waits for itself, through others or not, would never have a frame.</summary>
    private void RefuseCircles(List<(MappingEntry Entry, StreamRequest Stream)> streams)
    {
        HashSet<int> known = [];
        for (int first = 0; first < streams.Count; first++)
        {
            if (known.Contains(first) || PathToItself(streams, first) is not { } path)
                continue;
            known.UnionWith(path);
            string names = string.Join(" -> ", path.Append(first).Select(place => streams[place].Stream.Name));
            const string Permitted = "streams of which none waits for itself";
            findings.Add(
                ScenarioCodes.StreamCircle,
                streams[first].Entry.Place,
                $"streams wait for each other in a circle: {names}; permitted: {Permitted}.",
                names,
                Permitted);
        }
    }

    private static List<int>? PathToItself(List<(MappingEntry Entry, StreamRequest Stream)> streams, int first)
    {
        HashSet<int> seen = [];
        Stack<List<int>> open = new([[first]]);
        while (open.TryPop(out List<int>? path))
        {
            StreamRequest last = streams[path[^1]].Stream;
            foreach (int next in last.After is { } by ? last.Needs.Append(by) : last.Needs)
            {
                if (next == first)
                    return path;
                if (seen.Add(next))
                    open.Push([.. path, next]);
            }
        }

        return null;
    }

    private static long Picoseconds(double milliseconds) => (long)Math.Round(milliseconds * 1e9);
}
