namespace Memti.Plugins.Torch.Execution;

/// <summary>A step of a program.</summary>
/// <param name="Unit">What it computes.</param>
/// <param name="Operands">What it reads, in the order of the unit.</param>
/// <param name="Output">Index of the value that it computes.</param>
/// <param name="LastUses">Indices of values that no later step reads.</param>
internal sealed record ProgramStep(IUnit Unit, IReadOnlyList<Operand> Operands, int Output, IReadOnlyList<int> LastUses);
