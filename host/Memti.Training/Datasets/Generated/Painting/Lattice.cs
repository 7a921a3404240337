namespace Memti.Training.Datasets.Generated.Painting;

/// <summary>Value noise: random values at integer coordinates, interpolated between them.</summary>
internal readonly record struct Lattice(uint Seed)
{
    /// <summary>Value at integer coordinates, 0 to 1.</summary>
    public double At(int x, int y)
    {
        unchecked
        {
            // Primes of xxHash32, then the mixer prospector32 of hash-prospector (C. Wellons): cheap, and the same on every platform.
            uint bits = Seed ^ ((uint)x * 0x9E3779B1) ^ ((uint)y * 0x85EBCA77);
            bits = (bits ^ (bits >> 15)) * 0x2C1B3C6D;
            bits = (bits ^ (bits >> 12)) * 0x297A2D39;
            return (bits ^ (bits >> 15)) * (1.0 / 4294967296.0);
        }
    }

    /// <summary>Interpolated value, 0 to 1.</summary>
    public double Smooth(double x, double y)
    {
        (double left, double top) = (Math.Floor(x), Math.Floor(y));
        (int column, int row) = ((int)left, (int)top);
        (double right, double down) = (Eased(x - left), Eased(y - top));
        double above = At(column, row) + (At(column + 1, row) - At(column, row)) * right;
        double below = At(column, row + 1) + (At(column + 1, row + 1) - At(column, row + 1)) * right;
        return above + (below - above) * down;
    }

    // Smoothstep 3s² - 2s³: no visible creases at integer coordinates.
    private static double Eased(double share) => share * share * (3 - 2 * share);
}
