namespace Memti.Plugins.Supplies.Converters;

/// <summary>Efficiencies by input voltage and current.</summary>
/// <param name="Volts">Input voltages in V, ascending, from which each row holds.</param>
/// <param name="Amperes">Currents in A, ascending, from which each column holds.</param>
/// <param name="Efficiencies">0 to 1; shape [volts][amperes].</param>
/// <param name="IsLinear">True when values between two currents lie on a line; else each holds up to the next.</param>
internal sealed record EfficiencyTable(double[] Volts, double[] Amperes, double[][] Efficiencies, bool IsLinear)
{
    public double At(double volts, double amperes)
    {
        double[] row = Efficiencies[LastUpTo(Volts, volts)];
        int column = LastUpTo(Amperes, amperes);
        if (!IsLinear || column == row.Length - 1 || amperes <= Amperes[0])
            return row[column];
        double part = (amperes - Amperes[column]) / (Amperes[column + 1] - Amperes[column]);
        return row[column] + (part * (row[column + 1] - row[column]));
    }

    private static int LastUpTo(double[] values, double value)
    {
        int last = 0;
        while (last + 1 < values.Length && values[last + 1] <= value)
            last++;
        return last;
    }
}
