namespace Memti.Plugins.Supplies.Tests;

/// <summary>An integration by small steps of fourth order: what closed forms are held against.</summary>
internal static class FineSteps
{
    /// <summary>Integrates y' = f(y) over a time.</summary>
    public static double[] Run(double[] start, Func<double[], double[]> slope, double seconds, int steps)
    {
        double[] y = [.. start];
        double h = seconds / steps;
        for (int step = 0; step < steps; step++)
        {
            double[] a = slope(y);
            double[] b = slope(Moved(y, a, h / 2));
            double[] c = slope(Moved(y, b, h / 2));
            double[] d = slope(Moved(y, c, h));
            for (int place = 0; place < y.Length; place++)
                y[place] += h / 6 * (a[place] + (2 * b[place]) + (2 * c[place]) + d[place]);
        }

        return y;
    }

    private static double[] Moved(double[] y, double[] slope, double h) => [.. y.Select((value, place) => value + (h * slope[place]))];
}
