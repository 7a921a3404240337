using Google.Protobuf;

namespace Memti.Runs.Tests.Traces;

/// <summary>
/// Reads the part of Perfetto's schema that traces here use, with field numbers of its own from the published messages: protos/perfetto/trace
/// (trace.proto, trace_packet.proto, interned_data.proto, track_event/*.proto) of github.com/google/perfetto. An unknown field is an error.
/// </summary>
internal static class PerfettoReader
{
    public static IReadOnlyList<Packet> Read(byte[] trace)
    {
        var packets = new List<Packet>();
        var input = new CodedInputStream(trace);
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            Field(tag).ShouldBe(1); // Trace.packet
            packets.Add(PacketOf(input.ReadBytes().ToByteArray()));
        }

        return packets;
    }

    private static int Field(uint tag) => WireFormat.GetTagFieldNumber(tag);

    private static Packet PacketOf(byte[] bytes)
    {
        var packet = new Packet();
        var input = new CodedInputStream(bytes);
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            switch (Field(tag))
            {
                case 8: packet.Timestamp = input.ReadUInt64(); break;
                case 10: packet.SequenceId = input.ReadUInt32(); break;
                case 11: packet.Event = EventOf(input.ReadBytes().ToByteArray()); break;
                case 12: InternedOf(input.ReadBytes().ToByteArray(), packet); break;
                case 13: packet.SequenceFlags = input.ReadUInt32(); break;
                case 60: packet.Track = TrackOf(input.ReadBytes().ToByteArray()); break;
                default: throw new InvalidDataException($"TracePacket has a field {Field(tag)}.");
            }
        }

        return packet;
    }

    private static Track TrackOf(byte[] bytes)
    {
        var track = new Track();
        var input = new CodedInputStream(bytes);
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            switch (Field(tag))
            {
                case 1: track.Uuid = input.ReadUInt64(); break;
                case 2: track.Name = input.ReadString(); break;
                case 5: track.Parent = input.ReadUInt64(); break;
                case 8: track.Unit = UnitOf(input.ReadBytes().ToByteArray()); break;
                case 11: input.ReadEnum().ShouldBe(3); break; // ChildTracksOrdering.EXPLICIT
                case 12: track.Rank = input.ReadInt32(); break;
                default: throw new InvalidDataException($"TrackDescriptor has a field {Field(tag)}.");
            }
        }

        return track;
    }

    private static string UnitOf(byte[] bytes)
    {
        var input = new CodedInputStream(bytes);
        Field(input.ReadTag()).ShouldBe(6); // CounterDescriptor.unit_name
        string unit = input.ReadString();
        input.IsAtEnd.ShouldBeTrue();
        return unit;
    }

    private static Event EventOf(byte[] bytes)
    {
        var read = new Event();
        var input = new CodedInputStream(bytes);
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            switch (Field(tag))
            {
                case 4: read.Annotation = AnnotationOf(input.ReadBytes().ToByteArray()); break;
                case 9: read.Type = (EventType)input.ReadEnum(); break;
                case 10: read.NameIid = input.ReadUInt64(); break;
                case 11: read.Track = input.ReadUInt64(); break;
                case 23: read.Name = input.ReadString(); break;
                case 44: read.Value = input.ReadDouble(); break;
                default: throw new InvalidDataException($"TrackEvent has a field {Field(tag)}.");
            }
        }

        return read;
    }

    private static (ulong Name, ulong Value) AnnotationOf(byte[] bytes)
    {
        (ulong Name, ulong Value) annotation = default;
        var input = new CodedInputStream(bytes);
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            switch (Field(tag))
            {
                case 1: annotation.Name = input.ReadUInt64(); break;
                case 3: annotation.Value = input.ReadUInt64(); break;
                default: throw new InvalidDataException($"DebugAnnotation has a field {Field(tag)}.");
            }
        }

        return annotation;
    }

    private static void InternedOf(byte[] bytes, Packet packet)
    {
        var input = new CodedInputStream(bytes);
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            List<(ulong, string)> names = Field(tag) switch
            {
                2 => packet.EventNames,
                3 => packet.AnnotationNames,
                _ => throw new InvalidDataException($"InternedData has a field {Field(tag)}."),
            };
            names.Add(NameOf(input.ReadBytes().ToByteArray()));
        }
    }

    private static (ulong, string) NameOf(byte[] bytes)
    {
        (ulong iid, string name) = (0, "");
        var input = new CodedInputStream(bytes);
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            switch (Field(tag))
            {
                case 1: iid = input.ReadUInt64(); break;
                case 2: name = input.ReadString(); break;
                default: throw new InvalidDataException($"An interned name has a field {Field(tag)}.");
            }
        }

        return (iid, name);
    }

    internal enum EventType
    {
        Unspecified,
        SliceBegin,
        SliceEnd,
        Instant,
        Counter,
    }

    internal sealed class Packet
    {
        public ulong? Timestamp { get; set; }

        public uint SequenceId { get; set; }

        public uint SequenceFlags { get; set; }

        public Track? Track { get; set; }

        public Event? Event { get; set; }

        public List<(ulong Iid, string Name)> EventNames { get; } = [];

        public List<(ulong Iid, string Name)> AnnotationNames { get; } = [];
    }

    internal sealed class Track
    {
        public ulong Uuid { get; set; }

        public string Name { get; set; } = "";

        public ulong Parent { get; set; }

        public string? Unit { get; set; }

        public int Rank { get; set; }
    }

    internal sealed class Event
    {
        public EventType Type { get; set; }

        public ulong Track { get; set; }

        public ulong NameIid { get; set; }

        public string? Name { get; set; }

        public double? Value { get; set; }

        public (ulong Name, ulong Value) Annotation { get; set; }
    }
}
