namespace Memti.Host.Isolation;

/// <summary>What a worker process may take.</summary>
/// <param name="Memory">Memory in bytes: that of the garbage-collected heap, and all that is resident.</param>
/// <param name="Time">Time on the clock; null for no limit.</param>
internal sealed record WorkerLimits(long Memory, TimeSpan? Time);
