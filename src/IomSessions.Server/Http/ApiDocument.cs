using IomSessions.Server.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.OpenApi;

namespace IomSessions.Server.Http;

/// <summary>The HTTP calls as an OpenAPI document, made from the calls themselves.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";

    private const string Bearer = "bearer";
    private const string Cookie = "cookie";
    private const string House = "house";
    private const string Refusal = "Refusal";

    public static void AddApiDocument(this IServiceCollection services)
    {
        services.AddSingleton<ApiDocumentText>();
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddSchemaTransformer((schema, context, _) =>
            {
                ApiSchemas.Exactly(schema, context.JsonTypeInfo.Type);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                Guard(operation, context);
                Place(operation, context.Description.RelativePath!);
                Refuse(operation, context);
                return Task.CompletedTask;
            });
            options.AddDocumentTransformer(async (document, context, stop) =>
            {
                Introduce(document);
                document.Components!.Schemas ??= new Dictionary<string, IOpenApiSchema>();
                document.Components.Schemas[Refusal] = await context.GetOrCreateSchemaAsync(typeof(Hubs.RefusalShown), null, stop);
            });
        });
    }

    private static void Introduce(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "IomSessions",
            Version = "1",
            Description = "What of a mediation session is not live. What is live goes over the hub: PROTOCOL.md. "
                + "A request that carries a cookie is taken from the server's own pages only.",
        };
        // whoever reads it knows the address; a host in it could only be wrong behind a proxy
        document.Servers = [];
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = Bearer,
                Description = "A program: the token that coming in with \"program\": true answered with.",
            },
            [Cookie] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = Cookies.Named("{session}"),
                Description = "A browser: one cookie for each session.",
            },
            [House] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = Cookies.House,
                Description = "The secretariat's browser.",
            },
        };
        document.Paths["/health/live"] = Health("The process answers.");
        document.Paths["/health/ready"] = Health("What is said now can be stored and delivered; partly: but for some session.", "yes, or partly");
        document.Paths["/health/redis"] = Health("News between nodes goes through Redis, or there is only one; without it they take up to a second.");
    }

    // these are no calls of ours, so that nothing is known of them but what they are
    private static OpenApiPathItem Health(string summary, string well = "yes") => new()
    {
        Operations = new()
        {
            [HttpMethod.Get] = new()
            {
                Summary = summary,
                Tags = new HashSet<OpenApiTagReference> { new("For the operator") },
                Responses = new() { ["200"] = Word(well), ["503"] = Word("no") },
            },
        },
    };

    private static OpenApiResponse Word(string word) => new()
    {
        Description = $"One word: {word}",
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["text/plain"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
        },
    };

    private static void Guard(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var marks = context.Description.ActionDescriptor.EndpointMetadata;
        string[] keys = marks.OfType<IAuthorizeData>().Any() ? [Bearer, Cookie] : marks.OfType<ByHouse>().Any() ? [House] : [];
        operation.Security = [.. keys.Select(key => new OpenApiSecurityRequirement
        {
            [new OpenApiSecuritySchemeReference(key, context.Document)] = [],
        })];
    }

    // what stands in a path is an id; the session's is read where the caller is known, so that no call asks for it
    private static void Place(OpenApiOperation operation, string path)
    {
        var others = operation.Parameters?.Where(one => one.In != ParameterLocation.Path) ?? [];
        operation.Parameters =
        [
            .. RoutePatternFactory.Parse(path).Parameters.Select(place => new OpenApiParameter
            {
                Name = place.Name,
                In = ParameterLocation.Path,
                Required = true,
                Schema = ApiSchemas.OfId(),
            }),
            .. others,
        ];
    }

    private static void Refuse(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "Refused: a stable code, a sentence, and whether to try again.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(Refusal, context.Document) },
            },
        };
    }
}

/// <summary>Marks a call that only the secretariat's browser makes.</summary>
internal sealed record ByHouse;
