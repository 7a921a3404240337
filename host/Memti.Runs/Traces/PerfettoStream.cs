using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using Fields = Memti.Runs.Traces.PerfettoFields;

namespace Memti.Runs.Traces;

/// <summary>
/// Packets of a Perfetto trace with TrackEvents. Sizes of messages are computed before they are written, so that one buffer serves all and
/// an event allocates nothing.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The coded stream holds nothing but a buffer; the output has an owner.")]
internal sealed class PerfettoStream(Stream output)
{
    private const uint SequenceId = 1;
    private const uint StateCleared = 1;
    private const uint NeedsState = 2;
    private const uint ExplicitOrder = 3;
    private const int OneByte = 1;

    // The sequence id, of one byte, is in every packet.
    private static readonly int SequenceSize = Tag(Fields.Packet.SequenceId) + OneByte;

    private readonly CodedOutputStream _file = new(output, bufferSize: 1 << 16, leaveOpen: true);
    private readonly Dictionary<string, ulong> _names = new(StringComparer.Ordinal);
    private ulong _bitsName;
    private ulong _tracks;

    /// <summary>Starts the sequence: nothing that is named before holds. The one packet with that flag.</summary>
    public void Begin()
    {
        WritePacket(SequenceSize + Tag(Fields.Packet.SequenceFlags) + OneByte);
        WriteVarint(Fields.Packet.SequenceFlags, StateCleared);
    }

    /// <summary>Adds a track.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="parent">The track that it lies under; 0 for none.</param>
    /// <param name="unit">The unit of a counter; null for a track of slices.</param>
    /// <returns>Its number, which also orders it among its siblings.</returns>
    public ulong AddTrack(string name, ulong parent, string? unit = null)
    {
        ulong track = ++_tracks;
        int counter = unit is null ? 0 : TextSize(Fields.Counter.UnitName, unit);
        int size = VarintSize(Fields.Track.Uuid, track) + TextSize(Fields.Track.Name, name)
            + (parent == 0 ? 0 : VarintSize(Fields.Track.ParentUuid, parent))
            + (unit is null ? 0 : MessageSize(Fields.Track.Counter, counter))
            + VarintSize(Fields.Track.ChildOrdering, ExplicitOrder) + VarintSize(Fields.Track.SiblingOrderRank, track);
        WritePacket(SequenceSize + MessageSize(Fields.Packet.TrackDescriptor, size));
        WriteMessage(Fields.Packet.TrackDescriptor, size);
        WriteVarint(Fields.Track.Uuid, track);
        WriteText(Fields.Track.Name, name);
        if (parent != 0)
            WriteVarint(Fields.Track.ParentUuid, parent);
        if (unit is not null)
        {
            WriteMessage(Fields.Track.Counter, counter);
            WriteText(Fields.Counter.UnitName, unit);
        }

        WriteVarint(Fields.Track.ChildOrdering, ExplicitOrder);
        WriteVarint(Fields.Track.SiblingOrderRank, track);
        return track;
    }

    /// <summary>Begins a slice, or marks an instant, whose name comes often.</summary>
    /// <param name="type">Slice or instant.</param>
    /// <param name="nanoseconds">When.</param>
    /// <param name="track">Where.</param>
    /// <param name="name">Its name, of which the trace holds one copy.</param>
    /// <param name="bits">Bits that it moves; 0 for none.</param>
    public void Write(PerfettoEvent type, ulong nanoseconds, ulong track, string name, long bits = 0)
    {
        if (bits > 0 && _bitsName == 0)
            WriteInterned(Fields.Interned.AnnotationNames, _bitsName = 1, "bits");
        ulong named = Interned(name);
        int annotation = bits > 0
            ? VarintSize(Fields.Annotation.NameIid, _bitsName) + VarintSize(Fields.Annotation.UintValue, (ulong)bits)
            : 0;
        WriteEvent(
            type,
            nanoseconds,
            track,
            VarintSize(Fields.Event.NameIid, named) + (bits > 0 ? MessageSize(Fields.Event.DebugAnnotations, annotation) : 0));
        WriteVarint(Fields.Event.NameIid, named);
        if (bits == 0)
            return;
        WriteMessage(Fields.Event.DebugAnnotations, annotation);
        WriteVarint(Fields.Annotation.NameIid, _bitsName);
        WriteVarint(Fields.Annotation.UintValue, (ulong)bits);
    }

    /// <summary>Begins a slice, or marks an instant, whose name comes once.</summary>
    public void WriteOnce(PerfettoEvent type, ulong nanoseconds, ulong track, string name)
    {
        WriteEvent(type, nanoseconds, track, TextSize(Fields.Event.Name, name));
        WriteText(Fields.Event.Name, name);
    }

    /// <summary>Ends the innermost slice of a track.</summary>
    public void WriteEnd(ulong nanoseconds, ulong track) => WriteEvent(PerfettoEvent.SliceEnd, nanoseconds, track, 0);

    /// <summary>Gives a counter a new value.</summary>
    public void WriteValue(ulong nanoseconds, ulong track, double value)
    {
        WriteEvent(
            PerfettoEvent.Counter, nanoseconds, track, Tag(Fields.Event.DoubleCounterValue) + CodedOutputStream.ComputeDoubleSize(value));
        _file.WriteTag(Fields.Event.DoubleCounterValue, WireFormat.WireType.Fixed64);
        _file.WriteDouble(value);
    }

    /// <summary>Writes what is left.</summary>
    public void End() => _file.Flush();

    private ulong Interned(string name)
    {
        if (_names.TryGetValue(name, out ulong known))
            return known;
        ulong number = (ulong)_names.Count + 1;
        _names.Add(name, number);
        WriteInterned(Fields.Interned.EventNames, number, name);
        return number;
    }

    private void WriteInterned(int field, ulong number, string name)
    {
        int entry = VarintSize(Fields.InternedName.Iid, number) + TextSize(Fields.InternedName.Name, name);
        int data = MessageSize(field, entry);
        WritePacket(
            SequenceSize + Tag(Fields.Packet.SequenceFlags) + OneByte + MessageSize(Fields.Packet.InternedData, data));
        WriteVarint(Fields.Packet.SequenceFlags, NeedsState);
        WriteMessage(Fields.Packet.InternedData, data);
        WriteMessage(field, entry);
        WriteVarint(Fields.InternedName.Iid, number);
        WriteText(Fields.InternedName.Name, name);
    }

    private void WriteEvent(PerfettoEvent type, ulong nanoseconds, ulong track, int rest)
    {
        int size = Tag(Fields.Event.Type) + OneByte + VarintSize(Fields.Event.TrackUuid, track) + rest;
        WritePacket(
            SequenceSize + VarintSize(Fields.Packet.Timestamp, nanoseconds) + Tag(Fields.Packet.SequenceFlags) + OneByte
                + MessageSize(Fields.Packet.TrackEvent, size));
        WriteVarint(Fields.Packet.Timestamp, nanoseconds);
        WriteVarint(Fields.Packet.SequenceFlags, NeedsState);
        WriteMessage(Fields.Packet.TrackEvent, size);
        WriteVarint(Fields.Event.Type, (ulong)type);
        WriteVarint(Fields.Event.TrackUuid, track);
    }

    private void WritePacket(int size)
    {
        WriteMessage(Fields.Trace.Packet, size);
        WriteVarint(Fields.Packet.SequenceId, SequenceId);
    }

    private void WriteMessage(int field, int size)
    {
        _file.WriteTag(field, WireFormat.WireType.LengthDelimited);
        _file.WriteLength(size);
    }

    private void WriteVarint(int field, ulong value)
    {
        _file.WriteTag(field, WireFormat.WireType.Varint);
        _file.WriteUInt64(value);
    }

    private void WriteText(int field, string text)
    {
        _file.WriteTag(field, WireFormat.WireType.LengthDelimited);
        _file.WriteString(text);
    }

    private static int Tag(int field) => CodedOutputStream.ComputeTagSize(field);

    private static int VarintSize(int field, ulong value) => Tag(field) + CodedOutputStream.ComputeUInt64Size(value);

    private static int TextSize(int field, string text) => Tag(field) + CodedOutputStream.ComputeStringSize(text);

    private static int MessageSize(int field, int size) => Tag(field) + CodedOutputStream.ComputeLengthSize(size) + size;
}
