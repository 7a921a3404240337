using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Memti.Abstractions.Plugins;
using Memti.Build.Tasks;

namespace Memti.Architecture.Tests;

/// <summary>Who references whom. A new arrow is a decision, made in <see cref="Product.All"/>; one that nothing uses goes.</summary>
public sealed partial class ArrowTests
{
    public static TheoryData<string> Assemblies => [.. Product.All.Select(static product => product.Name)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void An_assembly_references_what_its_place_names_and_nothing_else(string name) =>
        Referenced(name).ShouldBe(Product.All.Single(product => product.Name == name).References, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void A_project_names_only_what_its_assembly_uses(string name)
    {
        Product product = Product.All.Single(product => product.Name == name);
        Projects(product.Folder, name).ShouldBeSubsetOf([.. product.References, "Memti.Abstractions"]);
    }

    [Fact]
    public void The_picture_of_the_overview_is_that_of_the_assemblies()
    {
        string page = File.ReadAllText(RepositoryFiles.Of("docs", "architecture", "overview.md"));
        IEnumerable<string> drawn = Arrow().Matches(page).Select(static arrow => $"{arrow.Groups[1].Value} -> {arrow.Groups[2].Value}");
        IEnumerable<string> built = Product.All
            .Where(static product => product.Folder.StartsWith("host/", StringComparison.Ordinal))
            .SelectMany(static product => product.References.Select(to => (From: product.Name, To: to)))
            .Concat(Projects("host/Memti.Host", "Memti.Host").Select(static to => (From: "Memti.Host", To: to)))
            .Where(static arrow => arrow.To is not ("Memti.Abstractions" or "Memti.Documents"))
            .Select(static arrow => $"{arrow.From[6..]} -> {arrow.To[6..]}");
        drawn.ShouldBe(built, ignoreOrder: true);
    }

    [Fact]
    public void No_product_sees_the_internals_of_another()
    {
        string[] products = [.. Product.All.Select(static product => product.Name), "memti", "Memti.Host"];
        foreach (Product product in Product.All)
            Document(product.Folder, product.Name)
                .Descendants("InternalsVisibleTo")
                .Select(static friend => (string)friend.Attribute("Include")!)
                .ShouldAllBe(friend => !products.Contains(friend));
    }

    [Fact]
    public void The_contract_needs_nothing_but_the_platform() => typeof(IMemtiPlugin).Assembly
        .GetReferencedAssemblies()
        .Select(static name => name.Name!)
        .ShouldAllBe(static name => name.StartsWith("System.", StringComparison.Ordinal) || name == "netstandard");

    [Fact]
    public void A_build_loads_nothing_for_the_tasks_but_what_it_has() => typeof(RetrainAdapters).Assembly
        .GetReferencedAssemblies()
        .Select(static name => name.Name!)
        .ShouldAllBe(
            static name =>
                name.StartsWith("System.", StringComparison.Ordinal)
                    || name == "Microsoft.Win32.Primitives"
                    || name.StartsWith("Microsoft.Build.", StringComparison.Ordinal));

    private static string[] Referenced(string name) =>
    [
        .. Assembly.Load(name)
            .GetReferencedAssemblies()
            .Select(static reference => reference.Name!)
            .Where(static reference => reference.StartsWith("Memti.", StringComparison.Ordinal)),
    ];

    private static string[] Projects(string folder, string name) =>
    [
        .. Document(folder, name)
            .Descendants("ProjectReference")
            .Where(static reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(static reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!)),
    ];

    private static XDocument Document(string folder, string name) => XDocument.Load(RepositoryFiles.Of(folder, name + ".csproj"));

    [GeneratedRegex(@"(?m)^  (\w+)(?:\[""\w+""\])? --> (\w+)$")]
    private static partial Regex Arrow();
}
