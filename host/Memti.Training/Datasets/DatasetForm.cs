namespace Memti.Training.Datasets;

/// <summary>A way to name a set of images.</summary>
/// <param name="Text">What a user writes, such as <c>generated:signs</c>.</param>
/// <param name="Description">What it is, with its options, for a person.</param>
public sealed record DatasetForm(string Text, string Description);
