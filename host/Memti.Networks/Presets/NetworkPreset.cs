namespace Memti.Networks.Presets;

/// <summary>A network that ships, known by its name.</summary>
/// <param name="Name">Name of the file without its extension.</param>
/// <param name="File">The file as messages name it.</param>
/// <param name="FullPath">The file.</param>
public sealed record NetworkPreset(string Name, string File, string FullPath);
