namespace Memti.Training.Datasets.Sources;

/// <summary>Options that every source accepts after its question mark.</summary>
internal static class SourceOptions
{
    public const string Seed = "seed", Size = "size";

    public static DatasetOptions Over(DatasetOptions options, SourceQuery query) => options with
    {
        Size = query.Integer(Size, DatasetLimits.SmallestSize, DatasetLimits.LargestSize) ?? options.Size,
        ValidationShare = query.Share("validation", 0, 0.9) ?? options.ValidationShare,
        AsksForValidationShare = query.Share("validation", 0, 0.9) is not null,
        TestShare = query.Share("test_share", 0.01, 0.9) ?? options.TestShare,
        AsksForTestShare = query.Share("test_share", 0.01, 0.9) is not null,
        PerClass = query.Integer("per_class", 1, int.MaxValue) ?? options.PerClass,
        MayMirror = query.Truth("mirror") ?? options.MayMirror,
        Seed = query.Seed(Seed) ?? options.Seed,
    };
}
