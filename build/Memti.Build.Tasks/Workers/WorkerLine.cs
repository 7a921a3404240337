namespace Memti.Build.Tasks.Workers;

/// <summary>A line of the worker's output.</summary>
/// <param name="Text">The line without its end.</param>
/// <param name="IsError">True for standard error.</param>
internal readonly record struct WorkerLine(string Text, bool IsError);
