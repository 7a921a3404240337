namespace Memti.Runs.Traces;

/// <summary>
/// Field numbers of Perfetto's messages, from protos/perfetto/trace of github.com/google/perfetto: trace.proto, trace_packet.proto,
/// interned_data.proto and track_event/*.proto.
/// </summary>
internal static class PerfettoFields
{
    /// <summary>Fields of <c>Trace</c>.</summary>
    internal static class Trace
    {
        public const int Packet = 1;
    }

    /// <summary>Fields of <c>TracePacket</c>.</summary>
    internal static class Packet
    {
        public const int Timestamp = 8;
        public const int SequenceId = 10;
        public const int TrackEvent = 11;
        public const int InternedData = 12;
        public const int SequenceFlags = 13;
        public const int TrackDescriptor = 60;
    }

    /// <summary>Fields of <c>TrackDescriptor</c>.</summary>
    internal static class Track
    {
        public const int Uuid = 1;
        public const int Name = 2;
        public const int ParentUuid = 5;
        public const int Counter = 8;
        public const int ChildOrdering = 11;
        public const int SiblingOrderRank = 12;
    }

    /// <summary>Fields of <c>CounterDescriptor</c>.</summary>
    internal static class Counter
    {
        public const int UnitName = 6;
    }

    /// <summary>Fields of <c>TrackEvent</c>.</summary>
    internal static class Event
    {
        public const int DebugAnnotations = 4;
        public const int Type = 9;
        public const int NameIid = 10;
        public const int TrackUuid = 11;
        public const int Name = 23;
        public const int DoubleCounterValue = 44;
    }

    /// <summary>Fields of <c>InternedData</c>.</summary>
    internal static class Interned
    {
        public const int EventNames = 2;
        public const int AnnotationNames = 3;
    }

    /// <summary>Fields of <c>EventName</c> and <c>DebugAnnotationName</c>.</summary>
    internal static class InternedName
    {
        public const int Iid = 1;
        public const int Name = 2;
    }

    /// <summary>Fields of <c>DebugAnnotation</c>.</summary>
    internal static class Annotation
    {
        public const int NameIid = 1;
        public const int UintValue = 3;
    }
}
