namespace Memti.Training.Weights.Inputs;

/// <summary>Something that results depend on, by its content.</summary>
/// <param name="Role">What it is: <c>scenario</c>, <c>backbone</c>, <c>data files</c>, <c>plugin</c>, <c>cell</c>, <c>tool</c> ...</param>
/// <param name="Name">Its name as the user gave it, with <c>/</c> between folders.</param>
/// <param name="Sha256">SHA-256 of its content in lower case; <c>missing</c> for a file that is not there.</param>
public sealed record InputFile(string Role, string Name, string Sha256);
