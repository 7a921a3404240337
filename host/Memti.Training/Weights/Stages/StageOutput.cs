namespace Memti.Training.Weights.Stages;

/// <summary>A file of a stage, whether written now or before.</summary>
/// <param name="File">Path below the output or work folder.</param>
/// <param name="Kind"><c>weights</c>, <c>image</c>, <c>manifest</c>, <c>provenance</c>, <c>bom</c> or <c>report</c>.</param>
/// <param name="Region">Region of a weight image; null for others.</param>
/// <param name="Task">Task of a weight image or weight file; null when all tasks share it.</param>
public sealed record StageOutput(string File, string Kind, string? Region = null, string? Task = null);
