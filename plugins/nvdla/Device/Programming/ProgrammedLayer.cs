namespace Memti.Plugins.Nvdla.Device.Programming;

/// <summary>A layer as a driver writes it into the group that is free.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Writes">The D_ registers, without pointers and enables.</param>
/// <param name="Units">The units that it takes, the last of the pipeline first: the order in which they are enabled.</param>
internal sealed record ProgrammedLayer(string Name, IReadOnlyList<RegisterWrite> Writes, IReadOnlyList<string> Units);
