namespace Memti.Runs.Planning;

/// <summary>A design as it was before one of its numbers was moved.</summary>
/// <param name="Design">The design.</param>
/// <param name="Cell">The cell that has the number; null when a component has it.</param>
internal sealed record BuiltDesign(PlannedDesign Design, PerturbedCell? Cell);
