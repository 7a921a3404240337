namespace Memti.Arrays.Tests.Search;

/// <summary>Runs of the reference simulators, where a folder of reference data lies beside the repository; it need not.</summary>
internal static class ReferencePoints
{
    public const string FileName = "nvsim-points.csv";

    private static readonly Lazy<ILookup<string, ReferencePoint>> Points = new(static () => Read().ToLookup(static point => point.Name));

    public static string File { get; } = RepositoryFiles.Reference(FileName);

    /// <summary>One name for each request; its points differ in their targets.</summary>
    public static IEnumerable<string> Names => Points.Value.Select(static points => points.Key);

    public static IReadOnlyList<ReferencePoint> Named(string name) => [.. Points.Value[name]];

    private static IEnumerable<ReferencePoint> Read()
    {
        string[][] lines = [.. System.IO.File.ReadLines(File).Select(static line => line.Split(','))];
        Dictionary<string, int> decimals = lines[0]
            .Index()
            .ToDictionary(static column => column.Item, column => lines.Skip(1).Max(line => PrintedNumber.Decimals(line[column.Index])));
        return lines.Skip(1)
            .Select(
                line =>
                    new ReferencePoint(
                        lines[0].Zip(line).ToDictionary(static field => field.First, static field => field.Second), decimals));
    }
}
