namespace Memti.Runs.Timelines;

/// <summary>One frame of a run to keep in detail.</summary>
/// <param name="Frame">Its number, from 0. Default: 1, the first one whose parameters were there before.</param>
public sealed record TimelineRequest(long Frame = TimelineRequest.Usual)
{
    /// <summary>The frame that is kept unless another one is asked for.</summary>
    public const long Usual = 1;
}
