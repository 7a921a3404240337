namespace Memti.Runs.Timelines;

/// <summary>What happens in one frame of a design. Times are in picoseconds since the frame starts.</summary>
public sealed record FrameTimeline
{
    /// <summary>Number of the frame, from 0.</summary>
    public required long Frame { get; init; }

    /// <summary>Time to the start of the next frame.</summary>
    public required long Length { get; init; }

    /// <summary>States of the components with power, component by component.</summary>
    public required IReadOnlyList<ComponentLane> Components { get; init; }

    /// <summary>Activities by their start, those included that began before the frame.</summary>
    public required IReadOnlyList<ActivitySpan> Activities { get; init; }

    /// <summary>Power of the whole system, at the start and whenever it changes.</summary>
    public required IReadOnlyList<PowerStep> Power { get; init; }

    /// <summary>True when more happened than a timeline holds; then its end is missing.</summary>
    public required bool IsCut { get; init; }
}
