using System.Globalization;
using static Memti.Runs.Tests.Traces.PerfettoReader;

namespace Memti.Runs.Tests.Traces;

/// <summary>What a viewer makes of a trace: slices, instants and counters by track. Whatever breaks the format's rules fails.</summary>
internal sealed class PerfettoTimeline
{
    private const uint Cleared = 1;
    private const uint Needs = 2;

    private readonly Dictionary<ulong, Track> _tracks = [];
    private readonly Dictionary<ulong, string> _eventNames = [];
    private readonly Dictionary<ulong, string> _annotationNames = [];
    private readonly Dictionary<ulong, Stack<(string Name, ulong Begin, string Note)>> _open = [];
    private ulong _last;

    public PerfettoTimeline(byte[] trace)
    {
        IReadOnlyList<Packet> packets = Read(trace);
        packets.Select(static packet => packet.SequenceId).Distinct().ShouldBe([1u]);
        packets[0].SequenceFlags.ShouldBe(Cleared);
        packets.Skip(1).ShouldAllBe(static packet => (packet.SequenceFlags & Cleared) == 0);
        foreach (Packet packet in packets)
            Take(packet);
        _open.Values.ShouldAllBe(static stack => stack.Count == 0);
        _tracks.Values.Select(static track => (track.Parent, track.Rank)).Distinct().Count().ShouldBe(_tracks.Count);
    }

    /// <summary>The tracks by path.</summary>
    public IReadOnlyList<string> Tracks => [.. _tracks.Values.Select(PathOf)];

    /// <summary>Slices as <c>track: name [begin, end) note</c>, in the order of their ends.</summary>
    public List<string> Slices { get; } = [];

    /// <summary>Instants as <c>track: name at</c>.</summary>
    public List<string> Instants { get; } = [];

    /// <summary>Values of the counters by track.</summary>
    public Dictionary<string, List<(ulong Time, double Value)>> Counters { get; } = [];

    private void Take(Packet packet)
    {
        foreach ((ulong iid, string name) in packet.EventNames)
            _eventNames.Add(iid, name);
        foreach ((ulong iid, string name) in packet.AnnotationNames)
            _annotationNames.Add(iid, name);
        if (packet.EventNames.Count + packet.AnnotationNames.Count > 0)
            packet.SequenceFlags.ShouldBe(Needs);
        if (packet.Track is { } track)
            Take(track);
        if (packet.Event is not { } happened)
            return;
        packet.SequenceFlags.ShouldBe(Needs);
        packet.Timestamp!.Value.ShouldBeGreaterThanOrEqualTo(_last);
        _last = packet.Timestamp.Value;
        Take(happened);
    }

    private void Take(Track track)
    {
        track.Uuid.ShouldNotBe(0ul);
        if (track.Parent != 0)
            _tracks.ShouldContainKey(track.Parent);
        _tracks.Add(track.Uuid, track);
    }

    private void Take(Event happened)
    {
        _tracks.ShouldContainKey(happened.Track);
        string path = PathOf(_tracks[happened.Track]);
        (_tracks[happened.Track].Unit is not null).ShouldBe(happened.Type == EventType.Counter, path);
        switch (happened.Type)
        {
            case EventType.SliceBegin:
                Open(happened.Track).Push((NameOf(happened), _last, NoteOf(happened)));
                break;
            case EventType.SliceEnd:
                (string name, ulong begin, string note) = Open(happened.Track).Pop();
                Slices.Add(string.Create(CultureInfo.InvariantCulture, $"{path}: {name} [{begin}, {_last}){note}"));
                break;
            case EventType.Instant:
                Instants.Add(string.Create(CultureInfo.InvariantCulture, $"{path}: {NameOf(happened)} {_last}"));
                break;
            case EventType.Counter:
                Counters.TryAdd(path, []);
                Counters[path].Add((_last, happened.Value!.Value));
                break;
            default:
                throw new InvalidDataException($"an event of type {happened.Type}");
        }
    }

    private Stack<(string Name, ulong Begin, string Note)> Open(ulong track)
    {
        _open.TryAdd(track, new());
        return _open[track];
    }

    private string NameOf(Event happened) => happened.Name ?? _eventNames[happened.NameIid];

    private string NoteOf(Event happened) => happened.Annotation.Name == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" {_annotationNames[happened.Annotation.Name]}={happened.Annotation.Value}");

    private string PathOf(Track track) => track.Parent == 0 ? track.Name : $"{PathOf(_tracks[track.Parent])}/{track.Name}";
}
