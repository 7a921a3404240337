using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;

namespace Memti.Arrays.Fluctuation;

/// <summary>
/// The read pulse of a cell at a read level: as long as the level says, with the energy of the cell in proportion. The array around it is
/// solved for the cell at level 1 and keeps its organisation.
/// </summary>
/// <param name="solver">Solves arrays of the cell.</param>
/// <param name="request">The array.</param>
public sealed class ReadPulse(ArraySolver solver, ArrayRequest request)
{
    /// <summary>Energy in J of one access per cell that it reads.</summary>
    /// <param name="level">Read level, above 0.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/>, <see cref="DiagnosticCode.UnknownCell"/>;
    /// <see cref="DiagnosticCode.ValueOutOfRange"/>: the cell states neither the energy nor the power of a read.</exception>
    public double ArrayJoules(double level)
    {
        MemoryCell cell = solver.Cell(request.Cell);
        if (cell.ReadJoules is null && cell.ReadWatts is null)
            throw new MemtiException(new Diagnostic(
                DiagnosticCode.ValueOutOfRange,
                $"cell '{cell.Name}' states neither 'read.energy_pj' nor 'read.power_uw', which a read level would scale; permitted: a "
                    + "cell that does.")
            {
                Key = "cell",
                Value = cell.Name,
                Permitted = "a cell with read.energy_pj or read.power_uw",
            });
        MemoryCell atLevel = cell with { ReadJoules = cell.ReadJoules * level, ReadWatts = cell.ReadWatts * level };
        ArrayFigures figures = solver.SolveAs(request, atLevel, request) ?? solver.Solve(request, atLevel);
        return figures.ReadEnergy.Joules / figures.WordCells;
    }

    /// <summary>Energy in J of the cell alone, and its reference cell, at level 1: what one level more adds to an access.</summary>
    /// <exception cref="MemtiException">As <see cref="ArrayJoules"/>.</exception>
    public double CellJoules => ArrayJoules(2) - ArrayJoules(1);
}
