namespace Memti.Build.Tasks.Workers;

/// <summary>A line that the worker wrote.</summary>
/// <param name="Text">The line, without its end.</param>
/// <param name="IsError">Whether it came from standard error.</param>
internal readonly record struct WorkerLine(string Text, bool IsError);
