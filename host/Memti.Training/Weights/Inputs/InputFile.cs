namespace Memti.Training.Weights.Inputs;

/// <summary>An input that results depend on, identified by its content.</summary>
/// <param name="Role">Role of the input: <c>scenario</c>, <c>backbone</c>, <c>data files</c>, <c>plugin</c>, <c>cell</c>, <c>tool</c>
/// ...</param>
/// <param name="Name">Name as the user gave it, with <c>/</c> between folders.</param>
/// <param name="Sha256">SHA-256 of the content in lower-case hexadecimal digits; <c>missing</c> for a missing file.</param>
public sealed record InputFile(string Role, string Name, string Sha256);
