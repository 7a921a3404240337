using Memti.Training.Datasets;

namespace Memti.Training.Tests.Datasets;

/// <summary>Subsets of public sets that may lie beside the repository: their README's counts, statistics and checks.</summary>
public sealed class ReferenceDataTests
{
    private const string Folder = "../data/", Readme = Folder + "README.md";

    [ReferenceTheory(Readme)]
    [InlineData("cifar10", 10, 9000, 2000, 125.3, 123.1, 114.2, 62.2, 61.5, 66.3, true)]
    [InlineData("gtsrb32", 43, 11763, 4000, 87.1, 79.9, 82.2, 70.1, 67.3, 68.9, false)]
    [InlineData("pedestrian32", 2, 5118, 1444, 108.9, 106.2, 100.0, 62.9, 64.6, 67.3, true)]
    [InlineData("omniglot32", 136, 2040, 680, 234.7, 234.7, 234.7, 59.5, 59.5, 59.5, false)]
    public void Counts_and_statistics_are_those_of_the_README(
        string name,
        int classes,
        int train,
        int test,
        double red,
        double green,
        double blue,
        double redSpread,
        double greenSpread,
        double blueSpread,
        bool mirror)
    {
        Dataset set = DatasetSource.Read(RepositoryFiles.Reference(Folder + name) + "?validation=0");

        (set.Name, set.Classes, set.Train.Count, set.Validation.Count, set.Test.Count, set.MayMirror).ShouldBe(
            (name, classes, train, 0, test, mirror));
        set.Statistics.Mean.ShouldBe([red, green, blue], 0.06);
        set.Statistics.Deviation.ShouldBe([redSpread, greenSpread, blueSpread], 0.06);
    }

    [ReferenceFact(Readme)]
    public void Names_of_characters_are_read()
    {
        IReadOnlyList<string> names = DatasetSource.Read(RepositoryFiles.Reference(Folder + "omniglot32")).Origin.ClassNames;

        names.Count.ShouldBe(136);
        names[0].ShouldBe("Balinese/character01");
    }
}
