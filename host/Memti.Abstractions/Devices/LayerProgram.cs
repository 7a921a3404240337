namespace Memti.Abstractions.Devices;

/// <summary>One layer as a driver programs it into an accelerator.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Select">Registers that choose the group of each unit, with the value for group 0; group 1 adds one.</param>
/// <param name="Writes">Register writes in order, as offset and value.</param>
/// <param name="Enable">Registers that start the units, each with the value 1, in order.</param>
/// <param name="DoneGroup0">Bits of the interrupt status that report the end of the layer, when it ran in group 0.</param>
/// <param name="DoneGroup1">The same in group 1.</param>
public sealed record LayerProgram(
    string Name,
    IReadOnlyList<uint> Select,
    IReadOnlyList<(uint Offset, uint Value)> Writes,
    IReadOnlyList<uint> Enable,
    uint DoneGroup0,
    uint DoneGroup1);
