namespace Memti.Runs.Headers;

/// <summary>A generated file.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Text">Its text; the same for the same design.</param>
public sealed record HeaderFile(string Name, string Text);
