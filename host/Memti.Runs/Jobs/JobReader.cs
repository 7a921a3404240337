namespace Memti.Runs.Jobs;

/// <summary>Is given each job of a store.</summary>
/// <param name="key">The job.</param>
/// <param name="result">Its result, which is valid during the call.</param>
public delegate void JobReader(JobKey key, ReadOnlySpan<byte> result);
