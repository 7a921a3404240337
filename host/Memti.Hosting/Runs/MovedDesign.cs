using Memti.Scenarios;

namespace Memti.Hosting;

/// <summary>A design with one number moved.</summary>
/// <param name="Design">The design; it has the number when it is one of a component.</param>
/// <param name="Cell">The cell that has the number; null when a component has it.</param>
/// <param name="Number">The number.</param>
internal sealed record MovedDesign(DesignScenario Design, MovedCell? Cell, MovedNumber Number)
{
    /// <summary>True when arrays must keep their organisation; false when one that cannot be built so may be searched for again.</summary>
    public bool KeepsOrganisation { get; init; }

    /// <summary>Moves in the order in which they are tried: a number first moves up or down in the arrays as they are built.</summary>
    public static MovedDesign[] InOrder(IEnumerable<MovedDesign> moves)
    {
        MovedDesign[] all = [.. moves];
        return [.. all.Where(static move => move.Number.LogChange is not null).Select(static move => move with { KeepsOrganisation = true }), .. all];
    }
}
