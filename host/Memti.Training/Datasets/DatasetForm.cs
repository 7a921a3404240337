namespace Memti.Training.Datasets;

/// <summary>A way to name a dataset.</summary>
/// <param name="Text">The text of the user, such as <c>generated:signs</c>.</param>
/// <param name="Description">One phrase on the dataset and its options.</param>
public sealed record DatasetForm(string Text, string Description);
