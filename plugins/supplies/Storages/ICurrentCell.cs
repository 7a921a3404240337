namespace Memti.Plugins.Supplies.Storages;

/// <summary>A cell with closed forms for constant current. Currents are in A, positive when it discharges.</summary>
internal interface ICurrentCell
{
    string Summary { get; }

    int StateLength { get; }

    /// <summary>Charge in As that it can hold.</summary>
    double Coulombs { get; }

    /// <summary>Largest change of the voltage within a piece, relative: the error of the charge is a twelfth of its square.</summary>
    double Widest { get; }

    void Begin(Span<double> state);

    double Joules(ReadOnlySpan<double> state);

    /// <summary>Voltage at the terminals while a current flows.</summary>
    double Volts(ReadOnlySpan<double> state, double amperes);

    /// <summary>Resistance between the open voltage and the terminals, at once.</summary>
    double Ohms(ReadOnlySpan<double> state);

    /// <summary>A time in s before which the voltage cannot fall to a value under a load, at little cost; 0 for none.</summary>
    double HoldsFor(ReadOnlySpan<double> state, double load, double volts);

    /// <summary>Charge in As that it still takes; 0 for a cell that takes none.</summary>
    double Room(ReadOnlySpan<double> state);

    /// <summary>Moves the state over a stretch of constant current.</summary>
    /// <returns>The mean voltage at the terminals, and what was lost.</returns>
    (double Volts, double Lost) Move(Span<double> state, double amperes, double seconds);
}
