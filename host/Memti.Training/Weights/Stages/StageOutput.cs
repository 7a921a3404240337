namespace Memti.Training.Weights.Stages;

/// <summary>A file that a stage left, whether it wrote it now or before.</summary>
/// <param name="File">Its path, below the folder of outputs or of work.</param>
/// <param name="Kind"><c>weights</c>, <c>image</c>, <c>manifest</c>, <c>provenance</c>, <c>bom</c> or <c>report</c>.</param>
/// <param name="Region">The region of an image; null for others.</param>
/// <param name="Task">The task of an image or of weights; null for what all tasks share.</param>
public sealed record StageOutput(string File, string Kind, string? Region = null, string? Task = null);
