namespace Memti.Networks.Presets;

/// <summary>A shipped network.</summary>
/// <param name="Name">Name of the file without its extension.</param>
/// <param name="File">The file as shown in messages.</param>
/// <param name="FullPath">Full path of the file.</param>
public sealed record NetworkPreset(string Name, string File, string FullPath);
