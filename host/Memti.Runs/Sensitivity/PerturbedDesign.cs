using Memti.Runs.Planning;
using Memti.Scenarios.Designs;

namespace Memti.Runs.Sensitivity;

/// <summary>A design with one number moved.</summary>
/// <param name="Design">The design; it has the number when it is one of a component.</param>
/// <param name="Cell">The cell that has the number; null when a component has it.</param>
/// <param name="Number">The number.</param>
internal sealed record PerturbedDesign(DesignScenario Design, PerturbedCell? Cell, PerturbedParameter Number);
