using System.Reflection;
using System.Xml.Linq;
using Memti.Abstractions.Plugins;

namespace Memti.Architecture.Tests;

/// <summary>The namespaces that the package of the contract imports into a project with implicit usings.</summary>
public sealed class ImplicitUsingsTests
{
    private static readonly string[] OfTheSdk =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    // One type for each assembly of the platform that has types in these namespaces.
    private static readonly Type[] Platform =
    [
        typeof(object), typeof(Uri), typeof(Console), typeof(Enumerable),
        typeof(LinkedList<>), typeof(Barrier), typeof(Parallel), typeof(HttpClient),
    ];

    private static readonly Type[] Contract = typeof(IMemtiPlugin).Assembly.GetExportedTypes();

    [Fact]
    public void The_package_imports_every_namespace_of_the_contract() =>
        Imported().ShouldBe(Contract.Select(static type => type.Namespace!).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_two_types_of_the_contract_have_one_name() =>
        Contract.Where(static type => !type.IsNested).Select(static type => type.Name).ShouldBeUnique();

    [Fact]
    public void No_type_of_the_contract_has_the_name_of_one_that_the_SDK_imports() =>
        Contract.Select(static type => type.Name).Intersect(PlatformNames()).ShouldBeEmpty();

    private static IEnumerable<string> PlatformNames() => Platform
        .Select(static type => type.Assembly)
        .Distinct()
        .SelectMany(static assembly => assembly.GetExportedTypes())
        .Where(static type => OfTheSdk.Contains(type.Namespace))
        .Select(static type => type.Name);

    private static IEnumerable<string> Imported() =>
        XDocument.Load(Path.Combine(Root(), "host", "Memti.Abstractions", "Memti.Abstractions.props"))
            .Descendants("Using")
            .Select(static item => item.Attribute("Include")!.Value);

    private static string Root() => typeof(ImplicitUsingsTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "RepositoryRoot").Value!;
}
